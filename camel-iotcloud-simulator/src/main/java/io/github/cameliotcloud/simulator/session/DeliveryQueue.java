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
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The QoS 1 messages of one session that the device has not acknowledged (protocol.md 2.7): a window of messages on the
 * wire, and behind it those that wait. Not thread-safe.
 */
final class DeliveryQueue {

    static final int MAX_STORED_OFFLINE = 150;
    static final int MAX_WAITING_ONLINE = 10_000;
    private static final int MAX_PACKET_ID = 65_535;

    private final int maxInflight;
    private final Map<Integer, OutboundMessage> inflight = new LinkedHashMap<>();
    private final Deque<OutboundMessage> waiting = new ArrayDeque<>();
    private int lastPacketId;

    /** @param maxInflight size of the window, 1 to 65535 */
    DeliveryQueue(int maxInflight) {
        this.maxInflight = maxInflight;
    }

    /** Puts a message behind all others; false when the limit is reached and the message is dropped. */
    boolean add(OutboundMessage message, boolean online) {
        boolean room = online ? waiting.size() < MAX_WAITING_ONLINE : size() < MAX_STORED_OFFLINE;
        return room && waiting.add(message);
    }

    /** Moves waiting messages into the window while there is room; returns these, oldest first. */
    List<Delivery> due() {
        List<Delivery> deliveries = new ArrayList<>();
        while (inflight.size() < maxInflight && !waiting.isEmpty()) {
            OutboundMessage message = waiting.remove();
            int packetId = nextPacketId();
            inflight.put(packetId, message);
            deliveries.add(new Delivery(message, packetId, false));
        }
        return deliveries;
    }

    void acknowledge(int packetId) {
        inflight.remove(packetId);
    }

    /** What a new connection is sent: the old window under its packet identifiers, then what is due besides. */
    List<Delivery> resend() {
        List<Delivery> deliveries = new ArrayList<>();
        inflight.forEach((packetId, message) -> deliveries.add(new Delivery(message, packetId, true)));
        deliveries.addAll(due());
        return deliveries;
    }

    /** Drops the newest messages beyond the limit for offline devices; returns how many. */
    int trim() {
        int dropped = 0;
        for (; size() > MAX_STORED_OFFLINE && !waiting.isEmpty(); dropped++) {
            waiting.removeLast();
        }
        Iterator<Integer> packetIds = inflight.keySet().iterator();
        for (int kept = 0; packetIds.hasNext(); kept++) {
            packetIds.next();
            if (kept >= MAX_STORED_OFFLINE) {
                packetIds.remove();
                dropped++;
            }
        }
        return dropped;
    }

    /** What a new queue needs to go on: the messages that are kept while the device is offline. */
    List<StoredSession.Message> kept() {
        List<StoredSession.Message> kept = new ArrayList<>();
        inflight.forEach((packetId, message) -> kept.add(new StoredSession.Message(message, packetId)));
        waiting.stream().limit(MAX_STORED_OFFLINE).forEach(message -> kept.add(new StoredSession.Message(message, 0)));
        return kept.subList(0, Math.min(kept.size(), MAX_STORED_OFFLINE));
    }

    int lastPacketId() {
        return lastPacketId;
    }

    /** Goes on where another queue was. */
    void restore(List<StoredSession.Message> messages, int packetId) {
        lastPacketId = packetId;
        for (StoredSession.Message kept : messages) {
            if (kept.packetId() > 0) {
                inflight.put(kept.packetId(), kept.message());
            } else {
                waiting.add(kept.message());
            }
        }
    }

    /** Drops everything. Packet identifiers go on, so that a late PUBACK hits nothing new. */
    void clear() {
        inflight.clear();
        waiting.clear();
    }

    int size() {
        return inflight.size() + waiting.size();
    }

    private int nextPacketId() {
        do {
            lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
        } while (inflight.containsKey(lastPacketId));
        return lastPacketId;
    }
}
