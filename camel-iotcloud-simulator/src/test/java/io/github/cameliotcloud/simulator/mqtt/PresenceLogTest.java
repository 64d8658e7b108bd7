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
package io.github.cameliotcloud.simulator.mqtt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.ManualClock;
import io.github.cameliotcloud.simulator.device.ConnectionEnd;
import io.github.cameliotcloud.simulator.device.LoggedConnection;

class PresenceLogTest {

    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    private final ManualClock clock = new ManualClock(START);
    private final PresenceLog log = new PresenceLog(clock);

    @Test
    void connectionIsInTheRecordFromItsLoginToItsEnd() {
        log.login();
        assertThat(log.connections()).containsExactly(LoggedConnection.opened(START));

        clock.advance(Duration.ofSeconds(3));
        log.logout(ConnectionEnd.LOST);

        assertThat(log.connections())
                .containsExactly(new LoggedConnection(
                        START, Optional.of(START.plusSeconds(3)), Optional.of(ConnectionEnd.LOST)));
    }

    @Test
    void onlyTheNewestConnectionsAreKept() {
        for (int i = 0; i <= PresenceLog.CAPACITY; i++) {
            log.login();
            clock.advance(Duration.ofSeconds(1));
            log.logout(ConnectionEnd.DISCONNECT);
        }

        assertThat(log.connections()).hasSize(PresenceLog.CAPACITY);
        assertThat(log.connections().get(0).opened()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void endWithoutALoginIsNoConnection() {
        log.logout(ConnectionEnd.CLOUD);

        assertThat(log.connections()).isEmpty();
    }
}
