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

import io.github.cameliotcloud.simulator.device.ConnectionEnd;
import io.github.cameliotcloud.simulator.session.Delivery;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;

/**
 * The cloud's end of one MQTT connection. All methods but those that answer a packet may be called from any thread, return
 * at once and take effect on the connection's event loop in the order of the calls. That also keeps callers that hold a
 * lock away from the lock that Vert.x holds around its handlers.
 */
final class DeviceConnection {

    private final MqttEndpoint endpoint;
    private final Context context;
    private final PacketTap tap;
    private final DelayLine lateDeliveries;
    private final DelayLine pubAcks;
    private final DelayLine subAcks;
    private volatile boolean closedHere;
    private volatile boolean disconnected;

    DeviceConnection(MqttEndpoint endpoint, Context context, PacketTap tap) {
        this.endpoint = endpoint;
        this.context = context;
        this.tap = tap;
        this.lateDeliveries = new DelayLine(context);
        this.pubAcks = new DelayLine(context);
        this.subAcks = new DelayLine(context);
    }

    /** Answers the CONNECT; only on the event loop. */
    void accept(boolean sessionPresent) {
        tap.connectAccepted(endpoint.clientIdentifier(), sessionPresent);
        endpoint.accept(sessionPresent);
    }

    /** Answers a PUBLISH; only on the event loop. PUBACKs keep their order. */
    void acknowledgePublish(int packetId, Duration delay) {
        pubAcks.run(
                () -> ifConnected(() -> {
                    tap.publishAcknowledged(endpoint.clientIdentifier(), false, packetId);
                    endpoint.publishAcknowledge(packetId);
                }),
                delay);
    }

    /** Answers a SUBSCRIBE; only on the event loop. SUBACKs keep their order. */
    void acknowledgeSubscribe(int packetId, List<MqttQoS> granted, Duration delay) {
        subAcks.run(
                () -> ifConnected(() -> {
                    tap.subscribeAcknowledged(endpoint.clientIdentifier(), packetId, granted);
                    endpoint.subscribeAcknowledge(packetId, granted);
                }),
                delay);
    }

    void send(Delivery delivery) {
        context.runOnContext(v -> ifConnected(() -> {
            tap.delivered(endpoint.clientIdentifier(), delivery);
            endpoint.publish(
                    delivery.message().topic(),
                    Buffer.buffer(delivery.message().payload()),
                    MqttQoS.valueOf(delivery.message().qos()),
                    delivery.duplicate(),
                    false,
                    delivery.packetId());
        }));
    }

    /** Like {@link #send}, but late; never overtakes an earlier call of this method. */
    void sendLate(Delivery delivery, Duration delay) {
        lateDeliveries.run(() -> send(delivery), delay);
    }

    /** Something to do on the event loop at a time to be set, unless the connection has ended by then. */
    Alarm alarm(Clock clock, Runnable action) {
        return new Alarm(context, clock, endpoint::isConnected, action);
    }

    /** Closes the TCP connection; MQTT 3.1.1 has no way to say why. */
    void close() {
        closedHere = true;
        context.runOnContext(v -> ifConnected(endpoint::close));
    }

    /** Like {@link #close}, but before this returns; only on the event loop. */
    void closeNow() {
        closedHere = true;
        endpoint.close();
    }

    /** The device has said DISCONNECT. */
    void disconnected() {
        disconnected = true;
    }

    /** Why the connection ended, when nothing else is known of it. */
    ConnectionEnd end() {
        if (closedHere) {
            return ConnectionEnd.CLOUD;
        }
        return disconnected ? ConnectionEnd.DISCONNECT : ConnectionEnd.LOST;
    }

    /** Whether the cloud closed the connection. */
    boolean closedHere() {
        return closedHere;
    }

    private void ifConnected(Runnable action) {
        if (endpoint.isConnected()) {
            action.run();
        }
    }
}
