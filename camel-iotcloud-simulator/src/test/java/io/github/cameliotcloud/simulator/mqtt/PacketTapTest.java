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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.session.Delivery;
import io.github.cameliotcloud.simulator.session.OutboundMessage;

class PacketTapTest {

    private final List<Packet> seen = new ArrayList<>();
    private final PacketTap tap = new PacketTap(new PacketListener() {
        @Override
        public boolean wants(String clientId) {
            return "wanted".equals(clientId);
        }

        @Override
        public void packet(Packet packet) {
            seen.add(packet);
        }
    });

    @Test
    void onlyWantedClientsAreDescribed() {
        tap.publishAcknowledged("wanted", true, 7);
        tap.publishAcknowledged("other", true, 7);
        tap.publishAcknowledged(null, true, 7);

        assertThat(seen).containsExactly(new Packet("wanted", true, "PUBACK", 7, null, ""));
    }

    @Test
    void whatNobodyWantsIsNotEvenLookedAt() {
        PacketTap idle = new PacketTap(PacketListener.NOBODY);

        // each of these would be looked into
        idle.delivered("wanted", null);
        idle.published("wanted", null);
        idle.subscribed("wanted", null);
        idle.subscribeAcknowledged("wanted", 1, null);
        idle.unsubscribed("wanted", null);

        assertThat(seen).isEmpty();
    }

    @Test
    void aDeliveryIsShownWithItsContent() {
        byte[] payload = {1};

        tap.delivered("wanted", new Delivery(new OutboundMessage("a/b", payload, 1), 3, true));

        assertThat(seen)
                .containsExactly(
                        new Packet("wanted", false, "PUBLISH", 3, new Packet.Message("a/b", payload, 1, true), ""));
    }
}
