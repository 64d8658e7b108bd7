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

import java.util.Optional;
import java.util.OptionalInt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.simulator.auth.ConnectRequest;
import io.github.cameliotcloud.simulator.limits.ConnectRefusal;
import io.github.cameliotcloud.simulator.limits.Switch;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;

/** Answers CONNECT packets (protocol.md 2.5). */
final class ConnectHandler implements Handler<MqttEndpoint> {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectHandler.class);
    private static final int MQTT_3_1_1 = 4;

    private final DeviceChannels channels;
    private final ConnectRules rules;
    private final SignatureExpiry expiry;
    private final UplinkHandler uplink;
    private final BridgedPeers peers;
    private final RefusalListener refusals;
    private final PacketTap tap;

    ConnectHandler(
            DeviceChannels channels,
            ConnectRules rules,
            UplinkHandler uplink,
            BridgedPeers peers,
            RefusalListener refusals,
            PacketTap tap) {
        this.channels = channels;
        this.rules = rules;
        this.expiry = new SignatureExpiry(rules.clock());
        this.uplink = uplink;
        this.peers = peers;
        this.refusals = refusals;
        this.tap = tap;
    }

    @Override
    public void handle(MqttEndpoint endpoint) {
        tap.connect(endpoint);
        Optional<DeviceChannel> channel = channels.byClientId(endpoint.clientIdentifier());
        channel.ifPresent(known -> known.counters().attempted());
        Optional<Refusal> refusal = refusal(endpoint, channel);
        if (refusal.isPresent()) {
            refuse(endpoint, refusal.get());
        } else {
            accept(endpoint, channel.orElseThrow());
        }
    }

    private record Refusal(int code, String reason) {}

    private Optional<Refusal> refusal(MqttEndpoint endpoint, Optional<DeviceChannel> channel) {
        OptionalInt ordered = channel.map(known -> known.faults().nextRefusal()).orElse(OptionalInt.empty());
        if (ordered.isPresent()) {
            return Optional.of(new Refusal(ordered.getAsInt(), "ordered by FaultInjection"));
        }
        Optional<ConnectRefusal> refusal = refusal(endpoint);
        refusal.ifPresent(
                reason -> LOG.info("Refused CONNECT of {}: {}", LogText.of(endpoint.clientIdentifier()), reason));
        return refusal.map(reason -> new Refusal(rules.limits().connackCode(reason), reason.name()));
    }

    private Optional<ConnectRefusal> refusal(MqttEndpoint endpoint) {
        if (endpoint.protocolVersion() > MQTT_3_1_1) {
            return Optional.of(ConnectRefusal.UNSUPPORTED_PROTOCOL);
        }
        if (endpoint.will().isWillFlag() && rules.limits().has(Switch.WILL_IS_REFUSED)) {
            return Optional.of(ConnectRefusal.WILL);
        }
        return rules.authenticator().refusal(request(endpoint));
    }

    /** Code 0 closes without an answer. */
    private void refuse(MqttEndpoint endpoint, Refusal refusal) {
        String clientId = endpoint.clientIdentifier();
        refusals.refused(
                LogText.of(clientId), RefusalListener.CONNECT, "CONNACK " + refusal.code() + ", " + refusal.reason());
        tap.connectRefused(clientId, refusal.code(), refusal.reason());
        if (refusal.code() == 0) {
            endpoint.close();
        } else {
            endpoint.reject(MqttConnectReturnCode.valueOf((byte) refusal.code()));
        }
    }

    private ConnectRequest request(MqttEndpoint endpoint) {
        MqttAuth auth = endpoint.auth();
        return new ConnectRequest(
                endpoint.clientIdentifier(),
                endpoint.keepAliveTimeSeconds(),
                auth == null ? null : auth.getUsername(),
                auth == null ? null : auth.getPassword(),
                certifiedName(endpoint).orElse(null));
    }

    private Optional<String> certifiedName(MqttEndpoint endpoint) {
        return endpoint.isSsl()
                ? CommonName.ofPeer(endpoint.sslSession())
                : peers.certifiedName(endpoint.remoteAddress());
    }

    private void accept(MqttEndpoint endpoint, DeviceChannel channel) {
        DeviceConnection connection = new DeviceConnection(endpoint, Vertx.currentContext(), tap);
        String clientId = endpoint.clientIdentifier();
        endpoint.publishHandler(message -> {
            tap.published(clientId, message);
            uplink.publish(channel, connection, message);
        });
        endpoint.subscribeHandler(message -> {
            tap.subscribed(clientId, message);
            uplink.subscribe(channel, connection, message);
        });
        endpoint.unsubscribeHandler(message -> {
            tap.unsubscribed(clientId, message);
            message.topics().forEach(filter -> channel.unsubscribe(connection, filter));
            tap.unsubscribeAcknowledged(clientId, message.messageId());
            endpoint.unsubscribeAcknowledge(message.messageId());
        });
        endpoint.publishAcknowledgeHandler(packetId -> {
            tap.publishAcknowledged(clientId, true, packetId);
            channel.acknowledge(connection, packetId);
        });
        endpoint.disconnectHandler(v -> {
            tap.disconnected(clientId);
            connection.disconnected();
        });
        endpoint.closeHandler(v -> {
            tap.closed(clientId, connection.closedHere());
            channel.closed(connection);
            LOG.debug("Connection of {} closed", channel.device());
        });
        endpoint.exceptionHandler(e -> LOG.debug("Connection of {} failed", channel.device(), e));
        if (!opened(endpoint, channel, connection)) {
            return;
        }
        if (rules.limits().has(Switch.EXPIRED_SIGNATURE_ENDS_CONNECTION) && endpoint.auth() != null) {
            expiry.watch(channel, connection, endpoint.auth().getUsername());
        }
        LOG.debug("Accepted CONNECT of {}", channel.device());
    }

    private boolean opened(MqttEndpoint endpoint, DeviceChannel channel, DeviceConnection connection) {
        try {
            if (channel.open(connection, endpoint.isCleanSession())) {
                return true;
            }
            ConnectRefusal reason = ConnectRefusal.UNKNOWN_CLIENT_ID; // it was deleted a moment ago
            refuse(endpoint, new Refusal(rules.limits().connackCode(reason), reason.name()));
        } catch (RuntimeException e) { // the session cannot be kept, so it must not be promised
            LOG.warn("Closing {}: its session cannot be opened", channel.device(), e);
            endpoint.close();
        }
        return false;
    }
}
