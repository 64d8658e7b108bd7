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

import java.net.ConnectException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.FakeTransport;
import io.github.cameliotcloud.testing.LogCapture;
import io.github.cameliotcloud.testing.ManualTime;
import io.github.cameliotcloud.testing.Sessions;

/** Each step that {@link SessionState#next()} allows is taken by some session. That no other is, each test asserts. */
class SessionStatesTest {

    private static final Pattern STEP = Pattern.compile(".*: ([A-Z_]+ -> [A-Z_]+)");

    private final ManualTime time = new ManualTime();
    private final FakeTransport transport = new FakeTransport();
    private final LogCapture log = LogCapture.beginTracing(DeviceSession.class.getName());

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void everyStepHappens() {
        session().close();
        begun().close();
        begunAgainTooEarly().close();
        refused().close();
        unreachable().close();
        lostWhileSubscribing().close();
        syncing().close();
        connected().close();
        DeviceSession lost = connected();
        transport.last().lose();
        lost.close();

        assertThat(stepsTaken()).containsAll(stepsAllowed()).isSubsetOf(stepsAllowed());
    }

    private DeviceSession session() {
        return Sessions.session(transport, time);
    }

    private DeviceSession begun() {
        DeviceSession session = session();
        session.start();
        return session;
    }

    private DeviceSession begunAgainTooEarly() {
        DeviceSession session = session();
        session.notBefore(time.instant().plusSeconds(3));
        session.start();
        time.advance(Duration.ofSeconds(3));
        return session;
    }

    private DeviceSession refused() {
        DeviceSession session = begun();
        transport.last().refuse(4);
        time.advance(Duration.ofMinutes(3));
        transport.last().refuse(4);
        return session;
    }

    private DeviceSession unreachable() {
        DeviceSession session = begun();
        transport.last().fail(new ConnectException("refused"));
        return session;
    }

    private DeviceSession syncing() {
        transport.leaveSubscriptionsUnanswered();
        DeviceSession session = session();
        session.subscribe("a", 1, message -> {});
        session.start();
        transport.last().accept();
        return session;
    }

    private DeviceSession lostWhileSubscribing() {
        DeviceSession session = syncing();
        transport.last().lose();
        return session;
    }

    private DeviceSession connected() {
        DeviceSession session = syncing();
        transport.last().lastSubscribe().complete(null);
        return session;
    }

    private List<String> stepsTaken() {
        return log.messages().stream()
                .map(STEP::matcher)
                .filter(Matcher::matches)
                .map(step -> step.group(1))
                .toList();
    }

    private static List<String> stepsAllowed() {
        return Arrays.stream(SessionState.values())
                .flatMap(from -> from.next().stream().map(to -> from + " -> " + to))
                .toList();
    }
}
