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

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.simulator.device.ConnectionEnd;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DevicePresence;
import io.github.cameliotcloud.simulator.device.LoggedConnection;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.session.Delivery;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;
import io.github.cameliotcloud.simulator.session.DeviceSession;
import io.github.cameliotcloud.simulator.session.KeptSession;
import io.github.cameliotcloud.simulator.session.OutboundMessage;
import io.github.cameliotcloud.simulator.session.SessionStore;

/**
 * The way to one device: its session and, while it is online, its one connection (protocol.md 2.6, 2.7). Thread-safe;
 * its lock is never held while waiting for anything.
 */
public final class DeviceChannel {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceChannel.class);

    private final DeviceIdentity device;
    private final Clock clock;
    private final DeviceRates rates;
    private final KeptSession kept;
    private final DeviceFaults faults = new DeviceFaults();
    private final ConnectionCounters counters = new ConnectionCounters();
    private final PresenceLog presence;
    private DeviceConnection connection;
    private Alarm nextStored;
    private boolean retired;

    DeviceChannel(DeviceIdentity device, Clock clock, Limits limits, SessionStore store) {
        this.device = device;
        this.clock = clock;
        this.rates = DeviceRates.of(limits, clock);
        this.kept = new KeptSession(device, clock, limits, store);
        this.presence = new PresenceLog(clock);
    }

    DeviceIdentity device() {
        return device;
    }

    public DeviceFaults faults() {
        return faults;
    }

    public ConnectionCounters counters() {
        return counters;
    }

    DeviceRates rates() {
        return rates;
    }

    /**
     * Accepts a connection, sends what waited for it, and closes the connection that it replaces. False, and nothing is
     * done, when the device was deleted meanwhile.
     */
    synchronized boolean open(DeviceConnection newcomer, boolean clean) {
        if (retired) {
            return false;
        }
        DeviceConnection replaced = connection;
        boolean present = kept.open(clean);
        connection = newcomer;
        nextStored = newcomer.alarm(clock, () -> transmitNextStored(newcomer));
        List<Delivery> due = session().due(clock.instant());
        kept.save();
        // before the CONNACK, so that a client which has it finds itself counted
        counters.accepted();
        if (replaced != null) {
            secondLoginSeen();
        }
        presence.login();
        newcomer.accept(present);
        transmit(due);
        if (replaced != null) {
            replaced.close();
        }
        return true;
    }

    /** The connection is gone, for whatever reason. */
    synchronized void closed(DeviceConnection gone) {
        if (connection == gone) {
            presence.logout(gone.end());
            leave();
        }
    }

    /** Closes the connection from the cloud's side; false when there was none. */
    public synchronized boolean cut() {
        if (connection == null) {
            return false;
        }
        presence.logout(ConnectionEnd.CLOUD);
        closeHere();
        return true;
    }

    /** Closes the connection as if a newcomer had taken its place; the session stays. False when there was none. */
    public synchronized boolean secondLogin() {
        if (connection == null) {
            return false;
        }
        secondLoginSeen();
        closeHere();
        return true;
    }

    public synchronized boolean online() {
        return connection != null;
    }

    synchronized DevicePresence presence() {
        return presence.now(connection != null);
    }

    /** The newest connections of the device, oldest first. */
    public synchronized List<LoggedConnection> connections() {
        return presence.connections();
    }

    /** The device is deleted: its connection ends, its session is lost, and nobody connects here again. */
    synchronized DeviceChannel retire() {
        retired = true;
        cut();
        kept.end();
        return this;
    }

    /** Whether the filter counts now; false when there are too many, or the connection is not that of the device. */
    synchronized boolean subscribe(DeviceConnection source, String filter, int qos) {
        boolean granted = connection == source && session().subscribe(filter, qos);
        if (granted) {
            kept.save();
        }
        return granted;
    }

    synchronized void unsubscribe(DeviceConnection source, String filter) {
        if (connection == source) {
            session().unsubscribe(filter);
            kept.save();
        }
    }

    synchronized void acknowledge(DeviceConnection source, int packetId) {
        if (connection == source) {
            session().acknowledge(packetId);
            List<Delivery> due = session().due(clock.instant());
            kept.saveSoon();
            transmit(due);
        }
    }

    /** The filters of the current session, which may wait for the device to come back. */
    public synchronized Set<String> subscriptions() {
        return kept.current().map(DeviceSession::filters).orElse(Set.of());
    }

    /** QoS 1 messages to the device that wait or are unacknowledged. */
    public synchronized int pendingMessages() {
        return kept.current().map(DeviceSession::pending).orElse(0);
    }

    /** Sends a message if the device subscribed to its topic, or stores it for later. */
    public synchronized DeliveryOutcome deliver(OutboundMessage message) {
        Optional<DeviceSession> current = kept.current();
        if (current.isEmpty()) {
            return DeliveryOutcome.OFFLINE;
        }
        Optional<OutboundMessage> addressed = current.get().addressed(message);
        if (addressed.isEmpty()) {
            return connection == null ? DeliveryOutcome.OFFLINE : DeliveryOutcome.NOT_SUBSCRIBED;
        }
        if (!rates.downlink().admit()) {
            counters.downlinkOverRate();
            return DeliveryOutcome.OVER_RATE;
        }
        return handOver(addressed.get());
    }

    /** Sends a message if the device is online and subscribed to its topic; stores nothing for an offline one. */
    synchronized DeliveryOutcome deliverIfOnline(OutboundMessage message) {
        return connection == null ? DeliveryOutcome.OFFLINE : deliver(message);
    }

    /** Sends a message to an online device whether it subscribed or not. */
    public synchronized DeliveryOutcome deliverUnasked(OutboundMessage message) {
        return connection == null ? DeliveryOutcome.OFFLINE : handOver(message);
    }

    /** Sends a QoS 0 message to an online subscriber, late; such messages keep their order. */
    synchronized void deliverLate(OutboundMessage message, Duration delay) {
        if (connection != null && session().addressed(message).isPresent()) {
            copies(Delivery.atMostOnce(message)).forEach(delivery -> connection.sendLate(delivery, delay));
        }
    }

    /** Forgets subscriptions and messages; the next CONNECT finds no session. */
    public synchronized void forgetSession() {
        if (connection == null) {
            kept.end();
        } else {
            kept.forget();
        }
    }

    private DeliveryOutcome handOver(OutboundMessage message) {
        boolean online = connection != null;
        if (message.qos() == 0) {
            if (online) {
                transmit(Delivery.atMostOnce(message));
            }
            return online ? DeliveryOutcome.SENT : DeliveryOutcome.OFFLINE;
        }
        dropped(session().makeRoom());
        if (!session().enqueue(message)) {
            dropped(1);
            return DeliveryOutcome.OVERFLOW;
        }
        List<Delivery> due = online ? session().due(clock.instant()) : List.of();
        kept.save();
        if (online) {
            transmit(due);
        }
        return online ? DeliveryOutcome.SENT : DeliveryOutcome.STORED;
    }

    private void transmit(List<Delivery> due) {
        due.forEach(this::transmit);
        session().nextDue().ifPresent(nextStored::set);
    }

    private synchronized void transmitNextStored(DeviceConnection source) {
        if (connection == source) {
            List<Delivery> due = session().due(clock.instant());
            kept.save();
            transmit(due);
        }
    }

    private void transmit(Delivery delivery) {
        copies(delivery).forEach(connection::send);
    }

    private List<Delivery> copies(Delivery delivery) {
        return faults.duplicatesMessages() ? List.of(delivery, delivery.again()) : List.of(delivery);
    }

    private void dropped(int count) {
        if (count > 0) {
            counters.downlinksDropped(count);
            LOG.info("Dropped {} QoS 1 messages to {}: too many wait", count, device);
        }
    }

    private void closeHere() {
        DeviceConnection current = connection;
        leave();
        current.close();
    }

    private void leave() {
        connection = null;
        dropped(kept.park());
    }

    private void secondLoginSeen() {
        LOG.info("Second login of {}: its older connection is closed", device);
        counters.secondLogin();
        presence.logout(ConnectionEnd.SECOND_LOGIN);
    }

    /** The session of a device that is online or about to get a message; there is one then. */
    private DeviceSession session() {
        return kept.current().orElseThrow();
    }
}
