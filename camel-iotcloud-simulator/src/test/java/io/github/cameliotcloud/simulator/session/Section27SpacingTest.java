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
package io.github.cameliotcloud.simulator.session;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Switch;

/** The pace of stored messages, to the millisecond (protocol.md 2.7). */
class Section27SpacingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] EMPTY = {};

    private final DeviceSession session =
            new DeviceSession(false, Limits.editionA().with(Limit.IN_FLIGHT_MESSAGES, 2));

    @BeforeEach
    void connectTheFirstTime() {
        session.resume(START);
    }

    @Test
    @DisplayName("2.7 first the unacknowledged ones with DUP, then the stored ones, 500 ms apart")
    void unacknowledgedAndStoredMessagesKeepThePace() {
        enqueue("a", "b");
        assertThat(session.due(START)).hasSize(2);
        session.park(START);
        enqueue("c");
        session.resume(START);

        assertThat(session.due(START)).containsExactly(delivery("a", 1, true));
        assertThat(session.nextDue()).contains(START.plusMillis(500));
        assertThat(session.due(START.plusMillis(499))).isEmpty();
        session.acknowledge(1);
        assertThat(session.due(START.plusMillis(500))).containsExactly(delivery("b", 2, true));
        assertThat(session.due(START.plusMillis(2000))).containsExactly(delivery("c", 3, false));
    }

    @Test
    @DisplayName("2.7 the pace is of what was stored only")
    void messagesOfAnOnlineDeviceHaveNoPace() {
        enqueue("a", "b");
        assertThat(session.due(START)).hasSize(2);
        assertThat(session.nextDue()).isEmpty();
    }

    @Test
    @DisplayName("2.7 a full in-flight window holds stored messages back until a PUBACK")
    void fullWindowAsksForNoTime() {
        session.park(START);
        enqueue("a", "b", "c");
        session.resume(START);
        assertThat(session.due(START)).hasSize(1);
        assertThat(session.due(START.plusMillis(500))).hasSize(1);
        assertThat(session.due(START.plusMillis(1000))).isEmpty();
        assertThat(session.nextDue()).isEmpty();
        session.acknowledge(1);
        assertThat(session.due(START.plusMillis(1001))).containsExactly(delivery("c", 3, false));
    }

    @Test
    @DisplayName("2.7 a message that is acknowledged before it comes again does not come")
    void lateAcknowledgementTakesAMessageFromThoseThatComeAgain() {
        enqueue("a", "b");
        session.due(START);
        session.park(START);
        session.resume(START);
        assertThat(session.due(START)).hasSize(1);
        session.acknowledge(2);
        assertThat(session.due(START.plusMillis(500))).isEmpty();
        assertThat(session.nextDue()).isEmpty();
    }

    @Test
    @DisplayName("2.7 the oldest is dropped when chosen, unacknowledged ones first")
    void oldestIsDroppedWhenChosen() {
        DeviceSession small = new DeviceSession(
                false,
                Limits.relaxed()
                        .with(Limit.STORED_MESSAGES, 2)
                        .with(Limit.IN_FLIGHT_MESSAGES, 1)
                        .with(Switch.FULL_STORE_DROPS_OLDEST));
        List.of("a", "b", "c").forEach(text -> small.enqueue(message(text)));
        small.due(START);
        assertThat(small.park(START)).isEqualTo(1);
        assertThat(small.makeRoom()).isEqualTo(1);
        small.enqueue(message("d"));
        small.resume(START);
        assertThat(small.due(START)).extracting(d -> d.message().topic()).containsExactly("c");
        small.acknowledge(2);
        assertThat(small.due(START)).extracting(d -> d.message().topic()).containsExactly("d");
    }

    private void enqueue(String... texts) {
        for (String text : texts) {
            assertThat(session.enqueue(message(text))).isTrue();
        }
    }

    private static Delivery delivery(String text, int packetId, boolean duplicate) {
        return new Delivery(message(text), packetId, duplicate);
    }

    private static OutboundMessage message(String topic) {
        return new OutboundMessage(topic, EMPTY, 1);
    }
}
