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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;

/** The MQTT session of one device: subscriptions and unacknowledged messages (protocol.md 2.7). Not thread-safe. */
public final class DeviceSession {

    private final Subscriptions subscriptions = new Subscriptions();
    private final DeliveryQueue deliveries;
    private final Limits limits;
    private boolean clean;
    private Instant offlineSince;

    /** @param clean whether the session ends with its connection */
    public DeviceSession(boolean clean, Limits limits) {
        this.clean = clean;
        this.limits = limits;
        this.deliveries = new DeliveryQueue(limits);
    }

    /**
     * The session of a device that was online or away when the simulator ended.
     *
     * @param now counts as the moment at which the device went away when it was online
     */
    public static DeviceSession restored(StoredSession stored, Limits limits, Instant now) {
        DeviceSession session = new DeviceSession(false, limits);
        stored.subscriptions().forEach(session::subscribe);
        session.deliveries.restore(stored.messages(), stored.lastPacketId());
        session.offlineSince = stored.offlineSince().orElse(now);
        return session;
    }

    /** What the session needs to survive its simulator. */
    public StoredSession snapshot() {
        return new StoredSession(
                subscriptions.granted(),
                deliveries.kept(),
                deliveries.lastPacketId(),
                Optional.ofNullable(offlineSince));
    }

    public boolean clean() {
        return clean;
    }

    /**
     * The connection is gone; a session that is not clean waits for the next one.
     *
     * @return how many messages were dropped, as only some are kept while the device is offline
     */
    public int park(Instant now) {
        offlineSince = now;
        return deliveries.trim();
    }

    /** A new connection takes the session over; {@link #due} then begins with what it must be sent first. */
    public void resume(Instant now) {
        offlineSince = null;
        deliveries.begin(now);
    }

    /** Loses its content and ends with its connection. */
    public void forget() {
        clean = true;
        subscriptions.clear();
        deliveries.clear();
    }

    /** Whether the device was away for more than the hours that a session lives. */
    public boolean expired(Instant now) {
        return offlineSince != null
                && now.isAfter(offlineSince.plus(Duration.ofHours(limits.get(Limit.SESSION_HOURS))));
    }

    /** Adds a filter or changes the QoS of one; false when there are too many. */
    public boolean subscribe(String filter, int qos) {
        boolean room =
                subscriptions.size() < limits.get(Limit.SUBSCRIPTIONS_PER_DEVICE) || subscriptions.contains(filter);
        if (room) {
            subscriptions.add(filter, qos);
        }
        return room;
    }

    public void unsubscribe(String filter) {
        subscriptions.remove(filter);
    }

    public Set<String> filters() {
        return subscriptions.filters();
    }

    /** The message at the lower of its QoS and the granted one; empty when the device did not subscribe. */
    public Optional<OutboundMessage> addressed(OutboundMessage message) {
        OptionalInt granted = subscriptions.qosFor(message.topic());
        return granted.isEmpty()
                ? Optional.empty()
                : Optional.of(message.withQos(Math.min(message.qos(), granted.getAsInt())));
    }

    /** Drops the oldest message of an offline device when the store is full and that is its way; returns how many. */
    public int makeRoom() {
        return offlineSince == null ? 0 : deliveries.makeRoom();
    }

    /**
     * Puts a QoS 1 message behind all others; false when it is dropped because too many wait for the window of an online
     * device, or are kept for an offline one.
     */
    public boolean enqueue(OutboundMessage message) {
        return deliveries.add(message, offlineSince == null);
    }

    /** What may be sent now that this connection was not sent yet, oldest first; only while the device is online. */
    public List<Delivery> due(Instant now) {
        return deliveries.due(now);
    }

    /** When to ask {@link #due} again because of the pace of stored messages. */
    public Optional<Instant> nextDue() {
        return deliveries.nextDue();
    }

    public void acknowledge(int packetId) {
        deliveries.acknowledge(packetId);
    }

    /** QoS 1 messages that wait or are unacknowledged. */
    public int pending() {
        return deliveries.size();
    }
}
