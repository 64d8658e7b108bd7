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
import java.util.Optional;
import java.util.Set;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.session.Delivery;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;
import io.github.cameliotcloud.simulator.session.DeviceSession;
import io.github.cameliotcloud.simulator.session.OutboundMessage;

/**
 * The way to one device: its session and, while it is online, its one connection (protocol.md 2.6, 2.7). Thread-safe;
 * its lock is never held while waiting for anything.
 */
public final class DeviceChannel {

    private final DeviceIdentity device;
    private final Clock clock;
    private final DeviceFaults faults = new DeviceFaults();
    private final ConnectionCounters counters = new ConnectionCounters();
    private DeviceSession session;
    private DeviceConnection connection;

    DeviceChannel(DeviceIdentity device, Clock clock) {
        this.device = device;
        this.clock = clock;
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

    /** Accepts a connection, sends what waited for it, and closes the connection that it replaces. */
    synchronized void open(DeviceConnection newcomer, boolean clean) {
        DeviceConnection replaced = connection;
        boolean present = !clean && currentSession().filter(s -> !s.clean()).isPresent();
        if (!present) {
            session = new DeviceSession(clean);
        }
        connection = newcomer;
        // before the CONNACK, so that a client which has it finds itself counted
        counters.accepted();
        newcomer.accept(present);
        session.resume().forEach(newcomer::send);
        if (replaced != null) {
            replaced.close();
        }
    }

    /** The connection is gone, for whatever reason. */
    synchronized void closed(DeviceConnection gone) {
        if (connection == gone) {
            connection = null;
            if (session.clean()) {
                session = null;
            } else {
                session.park(clock.instant());
            }
        }
    }

    /** Closes the connection from the cloud's side; false when there was none. */
    public synchronized boolean cut() {
        DeviceConnection current = connection;
        if (current == null) {
            return false;
        }
        closed(current);
        current.close();
        return true;
    }

    public synchronized boolean online() {
        return connection != null;
    }

    synchronized void subscribe(DeviceConnection source, String filter, int qos) {
        if (connection == source) {
            session.subscribe(filter, qos);
        }
    }

    synchronized void unsubscribe(DeviceConnection source, String filter) {
        if (connection == source) {
            session.unsubscribe(filter);
        }
    }

    synchronized void acknowledge(DeviceConnection source, int packetId) {
        if (connection == source) {
            session.acknowledge(packetId);
        }
    }

    /** The filters of the current session, which may wait for the device to come back. */
    public synchronized Set<String> subscriptions() {
        return currentSession().map(DeviceSession::filters).orElse(Set.of());
    }

    /** Sends a message if the device subscribed to its topic, or stores it for later. */
    public synchronized DeliveryOutcome deliver(OutboundMessage message) {
        Optional<DeviceSession> current = currentSession();
        if (current.isEmpty()) {
            return DeliveryOutcome.OFFLINE;
        }
        Optional<OutboundMessage> addressed = current.get().addressed(message);
        if (addressed.isEmpty()) {
            return DeliveryOutcome.NOT_SUBSCRIBED;
        }
        return connection == null ? store(addressed.get()) : sendNow(addressed.get());
    }

    /** Sends a message to an online device whether it subscribed or not. */
    public synchronized DeliveryOutcome deliverUnasked(OutboundMessage message) {
        return connection == null ? DeliveryOutcome.OFFLINE : sendNow(message);
    }

    /** Sends a QoS 0 message to an online subscriber, late; such messages keep their order. */
    synchronized void deliverLate(OutboundMessage message, Duration delay) {
        if (connection != null && session.addressed(message).isPresent()) {
            connection.sendLate(new Delivery(message, 0, false), delay);
        }
    }

    /** Forgets subscriptions and messages; the next CONNECT finds no session. */
    public synchronized void forgetSession() {
        session = connection == null ? null : new DeviceSession(true);
    }

    private DeliveryOutcome sendNow(OutboundMessage message) {
        Optional<Delivery> delivery = session.send(message);
        delivery.ifPresent(connection::send);
        return delivery.isPresent() ? DeliveryOutcome.SENT : DeliveryOutcome.OVERFLOW;
    }

    private DeliveryOutcome store(OutboundMessage message) {
        if (message.qos() == 0) {
            return DeliveryOutcome.OFFLINE;
        }
        return session.store(message) ? DeliveryOutcome.STORED : DeliveryOutcome.OVERFLOW;
    }

    private Optional<DeviceSession> currentSession() {
        if (session != null && session.expired(clock.instant())) {
            session = null;
        }
        return Optional.ofNullable(session);
    }
}
