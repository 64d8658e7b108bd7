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

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.limits.Limits;

class DeviceSessionTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final DeviceSession session = new DeviceSession(false, Limits.relaxed());

    @Test
    void unacknowledgedMessageIsResentAsDuplicateUnderItsOldPacketId() {
        Delivery first = sent("a");
        session.park(START);

        session.resume(START);
        assertThat(session.due(START)).containsExactly(new Delivery(first.message(), first.packetId(), true));
    }

    @Test
    void acknowledgedMessageIsNotResent() {
        session.acknowledge(sent("a").packetId());

        session.resume(START);
        assertThat(session.due(START)).isEmpty();
    }

    @Test
    void storedMessagesFollowTheUnacknowledgedOnesAndAreNoDuplicates() {
        sent("sent");
        session.park(START);
        session.enqueue(message("stored", 1));

        session.resume(START);
        List<Delivery> resent = session.due(START);

        assertThat(resent).extracting(d -> d.message().topic()).containsExactly("sent", "stored");
        assertThat(resent).extracting(Delivery::duplicate).containsExactly(true, false);
        assertThat(resent).extracting(Delivery::packetId).containsExactly(1, 2);
    }

    @Test
    @DisplayName("2.7 packet ids keep advancing and never clash")
    void packetIdsStayUniqueWhenTheyWrapAround() {
        Delivery kept = sent("kept");
        for (int i = 0; i < 65_534; i++) {
            session.acknowledge(sent("x").packetId());
        }

        assertThat(sent("next").packetId()).isEqualTo(2).isNotEqualTo(kept.packetId());
    }

    @Test
    void forgottenSessionIsEmptyAndItsPacketIdsGoOn() {
        session.subscribe("p/d/control", 1);
        sent("a");

        session.forget();

        assertThat(session.clean()).isTrue();
        assertThat(session.filters()).isEmpty();
        assertThat(session.pending()).isZero();
        assertThat(sent("b").packetId()).isEqualTo(2);
    }

    @Test
    void messageIsSentAtTheLowerQos() {
        session.subscribe("p/d/control", 0);

        assertThat(session.addressed(message("p/d/control", 1)))
                .hasValueSatisfying(m -> assertThat(m.qos()).isZero());
    }

    @Test
    void overlappingFiltersGiveOneMessageAtTheHighestGrant() {
        session.subscribe("p/d/#", 0);
        session.subscribe("p/d/control", 1);

        assertThat(session.addressed(message("p/d/control", 1)))
                .hasValueSatisfying(m -> assertThat(m.qos()).isEqualTo(1));
    }

    @Test
    void unsubscribeWithWildcardClearsAllBelow() {
        session.subscribe("p/d/control", 0);
        session.subscribe("p/d/a/b", 0);
        session.subscribe("$shadow/operation/result/p/d", 0);

        session.unsubscribe("p/d/#");

        assertThat(session.filters()).containsExactly("$shadow/operation/result/p/d");
    }

    @Test
    void sessionExpiresAfter24HoursOffline() {
        session.park(START);

        assertThat(session.expired(START.plusSeconds(86_400))).isFalse();
        assertThat(session.expired(START.plusSeconds(86_401))).isTrue();
    }

    @Test
    void sessionOfAnOnlineDeviceDoesNotExpire() {
        session.park(START);
        session.resume(START);

        assertThat(session.expired(START.plusSeconds(1_000_000))).isFalse();
    }

    private Delivery sent(String topic) {
        assertThat(session.enqueue(message(topic, 1))).isTrue();
        List<Delivery> due = session.due(START);
        assertThat(due).hasSize(1);
        return due.get(0);
    }

    private static OutboundMessage message(String topic, int qos) {
        return new OutboundMessage(topic, new byte[0], qos);
    }
}
