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

    ConnectHandler(
            DeviceChannels channels,
            ConnectRules rules,
            UplinkHandler uplink,
            BridgedPeers peers,
            RefusalListener refusals) {
        this.channels = channels;
        this.rules = rules;
        this.expiry = new SignatureExpiry(rules.clock());
        this.uplink = uplink;
        this.peers = peers;
        this.refusals = refusals;
    }

    @Override
    public void handle(MqttEndpoint endpoint) {
        Optional<DeviceChannel> channel = channels.byClientId(endpoint.clientIdentifier());
        channel.ifPresent(known -> known.counters().attempted());
        OptionalInt code = refusalCode(endpoint, channel);
        if (code.isEmpty()) {
            accept(endpoint, channel.orElseThrow());
        } else if (code.getAsInt() == 0) {
            endpoint.close();
        } else {
            endpoint.reject(MqttConnectReturnCode.valueOf((byte) code.getAsInt()));
        }
    }

    private OptionalInt refusalCode(MqttEndpoint endpoint, Optional<DeviceChannel> channel) {
        OptionalInt ordered = channel.map(known -> known.faults().nextRefusal()).orElse(OptionalInt.empty());
        if (ordered.isPresent()) {
            refused(endpoint, "CONNACK " + ordered.getAsInt() + ", ordered by FaultInjection");
            return ordered;
        }
        Optional<ConnectRefusal> refusal = refusal(endpoint);
        if (refusal.isEmpty()) {
            return OptionalInt.empty();
        }
        int code = rules.limits().connackCode(refusal.get());
        LOG.info("Refused CONNECT of {}: {}", LogText.of(endpoint.clientIdentifier()), refusal.get());
        refused(endpoint, "CONNACK " + code + ", " + refusal.get());
        return OptionalInt.of(code);
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

    private void refused(MqttEndpoint endpoint, String reason) {
        refusals.refused(LogText.of(endpoint.clientIdentifier()), RefusalListener.CONNECT, reason);
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
        DeviceConnection connection = new DeviceConnection(endpoint, Vertx.currentContext());
        endpoint.publishHandler(message -> uplink.publish(channel, connection, endpoint, message));
        endpoint.subscribeHandler(message -> uplink.subscribe(channel, connection, message));
        endpoint.unsubscribeHandler(message -> {
            message.topics().forEach(filter -> channel.unsubscribe(connection, filter));
            endpoint.unsubscribeAcknowledge(message.messageId());
        });
        endpoint.publishAcknowledgeHandler(packetId -> channel.acknowledge(connection, packetId));
        endpoint.closeHandler(v -> {
            channel.closed(connection);
            LOG.debug("Connection of {} closed", channel.device());
        });
        endpoint.exceptionHandler(e -> LOG.debug("Connection of {} failed", channel.device(), e));
        try {
            channel.open(connection, endpoint.isCleanSession());
        } catch (RuntimeException e) { // the session cannot be kept, so it must not be promised
            LOG.warn("Closing {}: its session cannot be opened", channel.device(), e);
            endpoint.close();
            return;
        }
        if (rules.limits().has(Switch.EXPIRED_SIGNATURE_ENDS_CONNECTION) && endpoint.auth() != null) {
            expiry.watch(channel, connection, endpoint.auth().getUsername());
        }
        LOG.debug("Accepted CONNECT of {}", channel.device());
    }
}
