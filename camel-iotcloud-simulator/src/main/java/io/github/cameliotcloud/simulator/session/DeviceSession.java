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

/** The MQTT session of one device: subscriptions and unacknowledged messages (protocol.md 2.7). Not thread-safe. */
public final class DeviceSession {

    private static final Duration LIFETIME_OFFLINE = Duration.ofHours(24);

    private final Subscriptions subscriptions = new Subscriptions();
    private final DeliveryQueue deliveries;
    private boolean clean;
    private Instant offlineSince;

    /**
     * @param clean whether the session ends with its connection
     * @param maxInflight how many unacknowledged QoS 1 messages may be on the wire
     */
    public DeviceSession(boolean clean, int maxInflight) {
        this.clean = clean;
        this.deliveries = new DeliveryQueue(maxInflight);
    }

    /**
     * The session of a device that was online or away when the simulator ended.
     *
     * @param now counts as the moment at which the device went away when it was online
     */
    public static DeviceSession restored(StoredSession stored, int maxInflight, Instant now) {
        DeviceSession session = new DeviceSession(false, maxInflight);
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
     * @return how many messages were dropped, as only 150 are kept while the device is offline
     */
    public int park(Instant now) {
        offlineSince = now;
        return deliveries.trim();
    }

    /** A new connection takes the session over; returns what it must be sent first. */
    public List<Delivery> resume() {
        offlineSince = null;
        return deliveries.resend();
    }

    /** Loses its content and ends with its connection. */
    public void forget() {
        clean = true;
        subscriptions.clear();
        deliveries.clear();
    }

    /** Whether the device was away for more than 24 hours. */
    public boolean expired(Instant now) {
        return offlineSince != null && now.isAfter(offlineSince.plus(LIFETIME_OFFLINE));
    }

    public void subscribe(String filter, int qos) {
        subscriptions.add(filter, qos);
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

    /**
     * Puts a QoS 1 message behind all others; false when it is dropped because 10,000 wait for the window of an online
     * device, or 150 are kept for an offline one.
     */
    public boolean enqueue(OutboundMessage message) {
        return deliveries.add(message, offlineSince == null);
    }

    /** What may be sent now that was not sent before, oldest first; only while the device is online. */
    public List<Delivery> due() {
        return deliveries.due();
    }

    public void acknowledge(int packetId) {
        deliveries.acknowledge(packetId);
    }

    /** QoS 1 messages that wait or are unacknowledged. */
    public int pending() {
        return deliveries.size();
    }
}
