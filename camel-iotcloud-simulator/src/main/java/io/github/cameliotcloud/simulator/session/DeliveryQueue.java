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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The QoS 1 messages of one session that the device has not acknowledged (protocol.md 2.7). Not thread-safe. */
final class DeliveryQueue {

    static final int MAX_STORED = 150;
    private static final int MAX_PACKET_ID = 65_535;

    private final Map<Integer, OutboundMessage> unacknowledged = new LinkedHashMap<>();
    private final Queue<OutboundMessage> stored = new ArrayDeque<>();
    private int lastPacketId;

    /** Prepares a message for an open connection; empty when all packet identifiers are in use. */
    Optional<Delivery> send(OutboundMessage message) {
        if (message.qos() == 0) {
            return Optional.of(new Delivery(message, 0, false));
        }
        if (unacknowledged.size() >= MAX_PACKET_ID) {
            return Optional.empty();
        }
        int packetId = nextPacketId();
        unacknowledged.put(packetId, message);
        return Optional.of(new Delivery(message, packetId, false));
    }

    /** Keeps a message for later; false when the limit is reached and the message is dropped. */
    boolean store(OutboundMessage message) {
        return unacknowledged.size() + stored.size() < MAX_STORED && stored.add(message);
    }

    void acknowledge(int packetId) {
        unacknowledged.remove(packetId);
    }

    /** Keeps the oldest messages up to the limit. */
    void trim() {
        Iterator<Integer> packetIds = unacknowledged.keySet().iterator();
        for (int kept = 0; packetIds.hasNext(); kept++) {
            packetIds.next();
            if (kept >= MAX_STORED) {
                packetIds.remove();
            }
        }
    }

    /** All that waits, oldest first: what was sent before under its old packet identifier, then what was stored. */
    List<Delivery> resend() {
        List<Delivery> deliveries = new ArrayList<>();
        unacknowledged.forEach((packetId, message) -> deliveries.add(new Delivery(message, packetId, true)));
        while (!stored.isEmpty()) {
            send(stored.remove()).ifPresent(deliveries::add);
        }
        return deliveries;
    }

    private int nextPacketId() {
        do {
            lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
        } while (unacknowledged.containsKey(lastPacketId));
        return lastPacketId;
    }
}
