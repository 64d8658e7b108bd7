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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.error.SettingsConflictException;
import io.github.cameliotcloud.testing.FakeTransport;
import io.github.cameliotcloud.testing.ManualTime;
import io.github.cameliotcloud.testing.Sessions;

class SessionRegistryTest {

    private final ManualTime time = new ManualTime();
    private final FakeTransport transport = new FakeTransport();
    private final SessionRegistry registry =
            new SessionRegistry(settings -> Sessions.session(transport, time, settings), time);

    @Test
    void endpointsOfADeviceShareOneSession() {
        SessionLease one = registry.acquire(sameSettings(), "one");
        SessionLease other = registry.acquire(sameSettings(), "other");
        assertThat(other.session()).isSameAs(one.session());
    }

    @Test
    void lastReleaseClosesTheSession() {
        SessionLease one = registry.acquire(sameSettings(), "one");
        SessionLease other = registry.acquire(sameSettings(), "other");

        assertThat(one.release()).isCompleted();
        assertThat(one.release()).isCompleted(); // the second time does nothing
        assertThat(other.session().status().state()).isEqualTo(SessionState.IDLE);
        assertThat(registry.sessions()).hasSize(1);

        other.release();
        assertThat(other.session().status().state()).isEqualTo(SessionState.CLOSED);
        assertThat(registry.sessions()).isEmpty();
    }

    @Test
    void otherSettingsAreRefusedWithBothOwnersAndWhatDiffers() {
        registry.acquire(Sessions.settings(() -> null, Duration.ofSeconds(60)), "iotcloud:shadow");
        assertThatThrownBy(() ->
                        registry.acquire(Sessions.settings(() -> null, Duration.ofSeconds(120)), "iotcloud:event"))
                .isInstanceOf(SettingsConflictException.class)
                .hasMessageContaining("iotcloud:shadow")
                .hasMessageContaining("iotcloud:event")
                .hasMessageContaining("keepAlive (PT2M / PT1M)");
        assertThat(registry.sessions()).hasSize(1);
    }

    @Test
    void endpointsOfADeviceAgreeOnThePublishRate() {
        registry.acquire(Sessions.paced(time, 20), "iotcloud:shadow");
        assertThatThrownBy(() -> registry.acquire(Sessions.paced(time, 30), "iotcloud:event"))
                .isInstanceOf(SettingsConflictException.class)
                .hasMessageContaining("maxPublishRate (30 / 20)");
    }

    @Test
    void deviceThatComesBackAtOnceWaitsForTheOneConnectInFiveSeconds() {
        SessionLease first = registry.acquire(sameSettings(), "route");
        first.session().start();
        transport.last().accept();
        time.advance(Duration.ofSeconds(2));
        first.release();

        SessionLease second = registry.acquire(sameSettings(), "route");
        second.session().start();
        time.advance(Duration.ofMillis(2999));
        assertThat(transport.attempts()).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        assertThat(transport.attempts()).isEqualTo(2);
    }

    @Test
    void deviceThatComesBackLaterConnectsAtOnce() {
        SessionLease first = registry.acquire(sameSettings(), "route");
        first.session().start();
        transport.last().accept();
        time.advance(Duration.ofSeconds(6));
        first.release();

        registry.acquire(sameSettings(), "route").session().start();
        assertThat(transport.attempts()).isEqualTo(2);
    }

    private SessionSettings settings;

    private SessionSettings sameSettings() {
        if (settings == null) {
            settings = Sessions.settings(time);
        }
        return settings;
    }
}
