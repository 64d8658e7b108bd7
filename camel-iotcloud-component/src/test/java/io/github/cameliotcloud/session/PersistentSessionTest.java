/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.cameliotcloud.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.FakeTransport;
import io.github.cameliotcloud.testing.LogCapture;
import io.github.cameliotcloud.testing.ManualTime;
import io.github.cameliotcloud.testing.Sessions;

class PersistentSessionTest {

    private static final String TOPIC = "ABC1234567/dev-01/data";

    private final ManualTime time = new ManualTime();
    private final FakeTransport transport = new FakeTransport();
    private final DeviceSession session = Sessions.session(transport, time, Sessions.persistent(time));
    private final AtomicInteger acks = new AtomicInteger();
    private final List<String> received = new ArrayList<>();

    @BeforeEach
    void connect() {
        session.start();
        transport.last().accept();
    }

    @Test
    void messageThatComesBeforeItsRouteWaitsUnacknowledgedAndInOrder() {
        deliver("1");
        deliver("2");
        assertThat(acks).hasValue(0);

        subscribe();
        deliver("3");
        assertThat(received).containsExactly("1", "2", "3");
    }

    @Test
    void messageForNobodyIsDroppedWhenRoutesHadTimeToStart() {
        deliver("1");
        time.advance(Duration.ofSeconds(60));
        assertThat(acks).hasValue(1);
        deliver("2");
        assertThat(acks).hasValue(2);
    }

    @Test
    void floodOfMessagesForNobodyIsOneLineOfTheLog() {
        time.advance(Duration.ofSeconds(60));
        try (LogCapture log = LogCapture.begin()) {
            for (int i = 0; i < 1000; i++) {
                transport.last().deliver("a\r\n12:00:00 ERROR forged", "x", 1, acks::incrementAndGet);
            }
            assertThat(acks).hasValue(1000);
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith("A message on a??12:00:00 ERROR forged was dropped");
        }
    }

    @Test
    void messageForAStoppedRouteWaitsForItsStart() {
        subscribe().cancel();
        time.advance(Duration.ofHours(1));
        deliver("1");
        assertThat(acks).hasValue(0);
        subscribe();
        assertThat(received).containsExactly("1");
    }

    @Test
    void waitingMessagesAreForgottenWithTheConnectionThatWillBringThemAgain() {
        deliver("1");
        transport.last().lose();
        time.advance(Duration.ofSeconds(7));
        transport.last().accept();
        subscribe();
        assertThat(received).isEmpty();
    }

    @Test
    void stoppedRouteKeepsItsSubscription() {
        subscribe().cancel();
        assertThat(transport.last().unsubscribed()).isEmpty();
    }

    @Test
    void redeliveryIsRequestedByOneReconnect() {
        session.requestRedelivery("test");
        session.requestRedelivery("test");
        assertThat(transport.last().isDisconnected()).isTrue();
        assertThat(session.status().state()).isEqualTo(SessionState.BACKING_OFF);

        time.advance(Duration.ofSeconds(7));
        assertThat(transport.attempts()).isEqualTo(2);
        transport.last().accept();
        assertThat(session.status().state()).isEqualTo(SessionState.CONNECTED);
    }

    private Subscription subscribe() {
        return session.subscribe(TOPIC, 1, message -> received.add(new String(message.payload())));
    }

    private void deliver(String text) {
        transport.last().deliver(TOPIC, text, 1, acks::incrementAndGet);
    }
}
