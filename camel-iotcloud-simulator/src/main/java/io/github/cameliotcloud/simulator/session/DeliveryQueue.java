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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Switch;

/**
 * The QoS 1 messages of one session that the device has not acknowledged (protocol.md 2.7): a window of messages on the
 * wire, and behind it those that wait. Not thread-safe.
 */
final class DeliveryQueue {

    private static final int MAX_PACKET_ID = 65_535;

    private final Limits limits;
    private final CatchUp catchUp;
    private final Map<Integer, OutboundMessage> inflight = new LinkedHashMap<>();
    private final Deque<OutboundMessage> waiting = new ArrayDeque<>(0);
    // of those in the window, the ones that the present connection was not sent yet
    private final Queue<Integer> toResend = new ArrayDeque<>(0);
    // of those that wait, how many did so before the present connection
    private int stored;
    private int lastPacketId;

    DeliveryQueue(Limits limits) {
        this.limits = limits;
        this.catchUp = new CatchUp(Duration.ofMillis(limits.get(Limit.STORED_MESSAGE_SPACING_MS)));
    }

    /** Puts a message behind all others; false when the limit is reached and the message is dropped. */
    boolean add(OutboundMessage message, boolean online) {
        boolean room = online
                ? waiting.size() < limits.get(Limit.WAITING_MESSAGES)
                : size() < limits.get(Limit.STORED_MESSAGES);
        return room && waiting.add(message);
    }

    /** Takes away the oldest message when the store is full and that is its way; returns how many, 0 or 1. */
    int makeRoom() {
        boolean full = size() > 0 && size() >= limits.get(Limit.STORED_MESSAGES);
        return full && dropsOldest() ? trimTo(size() - 1) : 0;
    }

    /** What may go to the connection now, oldest first. */
    List<Delivery> due(Instant now) {
        List<Delivery> deliveries = new ArrayList<>();
        while (mayGo(now)) {
            deliveries.add(toResend.isEmpty() ? fresh() : again());
            if (catchUp.active()) {
                catchUp.sent(now);
            }
        }
        return deliveries;
    }

    private boolean mayGo(Instant now) {
        if (toResend.isEmpty() && stored == 0) {
            catchUp.end();
        }
        return ready() && (!catchUp.active() || catchUp.due(now));
    }

    /** Whether there is a message that only the pace may hold back. */
    private boolean ready() {
        return !toResend.isEmpty() || (!waiting.isEmpty() && inflight.size() < limits.get(Limit.IN_FLIGHT_MESSAGES));
    }

    private Delivery again() {
        int packetId = toResend.remove();
        return new Delivery(inflight.get(packetId), packetId, true);
    }

    private Delivery fresh() {
        OutboundMessage message = waiting.remove();
        stored = Math.max(0, stored - 1);
        int packetId = nextPacketId();
        inflight.put(packetId, message);
        return new Delivery(message, packetId, false);
    }

    void acknowledge(int packetId) {
        inflight.remove(packetId);
        toResend.remove(packetId);
    }

    /** A new connection has come: the old window goes again under its packet identifiers, then the rest. */
    void begin(Instant now) {
        toResend.clear();
        toResend.addAll(inflight.keySet());
        stored = waiting.size();
        catchUp.begin(now);
    }

    /** When the next message may go that is held back for the pace alone. */
    Optional<Instant> nextDue() {
        return ready() ? catchUp.next() : Optional.empty();
    }

    /** Drops messages beyond the limit for offline devices; returns how many. */
    int trim() {
        return trimTo(limits.get(Limit.STORED_MESSAGES));
    }

    private int trimTo(int most) {
        int excess = Math.max(0, size() - most);
        if (dropsOldest()) {
            int ofWindow = Math.min(excess, inflight.size());
            drop(inflight.keySet().iterator(), ofWindow);
            drop(waiting.iterator(), excess - ofWindow);
        } else {
            int ofWaiting = Math.min(excess, waiting.size());
            drop(waiting.descendingIterator(), ofWaiting);
            drop(List.copyOf(inflight.keySet()), excess - ofWaiting);
        }
        return excess;
    }

    private static void drop(Iterator<?> oldestFirst, int count) {
        for (int i = 0; i < count; i++) {
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    private void drop(List<Integer> packetIds, int newest) {
        packetIds.subList(packetIds.size() - newest, packetIds.size()).forEach(inflight::remove);
    }

    /** What a new queue needs to go on: the messages that are kept while the device is offline. */
    List<StoredSession.Message> kept() {
        List<StoredSession.Message> kept = new ArrayList<>();
        inflight.forEach((packetId, message) -> kept.add(new StoredSession.Message(message, packetId)));
        waiting.forEach(message -> kept.add(new StoredSession.Message(message, 0)));
        int excess = Math.max(0, kept.size() - limits.get(Limit.STORED_MESSAGES));
        return dropsOldest() ? kept.subList(excess, kept.size()) : kept.subList(0, kept.size() - excess);
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
        toResend.clear();
        waiting.clear();
        stored = 0;
    }

    int size() {
        return inflight.size() + waiting.size();
    }

    private boolean dropsOldest() {
        return limits.has(Switch.FULL_STORE_DROPS_OLDEST);
    }

    private int nextPacketId() {
        do {
            lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
        } while (inflight.containsKey(lastPacketId));
        return lastPacketId;
    }
}
