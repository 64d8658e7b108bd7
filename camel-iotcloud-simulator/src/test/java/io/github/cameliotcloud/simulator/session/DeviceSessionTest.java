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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceSessionTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final DeviceSession session = new DeviceSession(false);

    @Test
    void unacknowledgedMessageIsResentAsDuplicateUnderItsOldPacketId() {
        Delivery first = session.send(message("a", 1)).orElseThrow();
        session.park(START);

        assertThat(session.resume()).containsExactly(new Delivery(first.message(), first.packetId(), true));
    }

    @Test
    void acknowledgedMessageIsNotResent() {
        Delivery delivery = session.send(message("a", 1)).orElseThrow();
        session.acknowledge(delivery.packetId());

        assertThat(session.resume()).isEmpty();
    }

    @Test
    void storedMessagesFollowTheUnacknowledgedOnesAndAreNoDuplicates() {
        session.send(message("sent", 1));
        session.park(START);
        session.store(message("stored", 1));

        List<Delivery> resent = session.resume();

        assertThat(resent).extracting(d -> d.message().topic()).containsExactly("sent", "stored");
        assertThat(resent).extracting(Delivery::duplicate).containsExactly(true, false);
        assertThat(resent).extracting(Delivery::packetId).containsExactly(1, 2);
    }

    @Test
    void newestMessageIsDroppedBeyond150() {
        session.park(START);
        for (int i = 0; i < 150; i++) {
            assertThat(session.store(message("m" + i, 1))).isTrue();
        }

        assertThat(session.store(message("m150", 1))).isFalse();

        assertThat(session.resume())
                .hasSize(150)
                .noneMatch(d -> d.message().topic().equals("m150"));
    }

    @Test
    void unacknowledgedMessagesBeyond150AreForgottenOffline() {
        for (int i = 0; i < 160; i++) {
            session.send(message("m" + i, 1));
        }
        session.park(START);

        assertThat(session.resume())
                .hasSize(150)
                .last()
                .satisfies(d -> assertThat(d.message().topic()).isEqualTo("m149"));
    }

    @Test
    void qos0HasNoPacketIdAndIsNotKept() {
        assertThat(session.send(message("a", 0)).orElseThrow().packetId()).isZero();
        assertThat(session.resume()).isEmpty();
    }

    @Test
    void packetIdsStayUniqueWhenTheyWrapAround() {
        Delivery kept = session.send(message("kept", 1)).orElseThrow();
        for (int i = 0; i < 65_534; i++) {
            session.acknowledge(session.send(message("x", 1)).orElseThrow().packetId());
        }

        assertThat(session.send(message("next", 1)).orElseThrow().packetId())
                .isEqualTo(2)
                .isNotEqualTo(kept.packetId());
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
        session.resume();

        assertThat(session.expired(START.plusSeconds(1_000_000))).isFalse();
    }

    private static OutboundMessage message(String topic, int qos) {
        return new OutboundMessage(topic, new byte[0], qos);
    }
}
