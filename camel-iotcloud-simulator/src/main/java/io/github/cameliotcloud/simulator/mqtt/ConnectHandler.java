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

import io.github.cameliotcloud.simulator.auth.ConnectAuthenticator;
import io.github.cameliotcloud.simulator.auth.ConnectRefusal;
import io.github.cameliotcloud.simulator.auth.ConnectRequest;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;

/** Answers CONNECT packets (protocol.md 2.5); a will is ignored (3.1). */
final class ConnectHandler implements Handler<MqttEndpoint> {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectHandler.class);
    private static final int MQTT_3_1_1 = 4;

    private final DeviceChannels channels;
    private final ConnectAuthenticator authenticator;
    private final UplinkHandler uplink;
    private final BridgedPeers peers;

    ConnectHandler(
            DeviceChannels channels, ConnectAuthenticator authenticator, UplinkHandler uplink, BridgedPeers peers) {
        this.channels = channels;
        this.authenticator = authenticator;
        this.uplink = uplink;
        this.peers = peers;
    }

    @Override
    public void handle(MqttEndpoint endpoint) {
        Optional<DeviceChannel> channel = channels.byClientId(endpoint.clientIdentifier());
        channel.ifPresent(known -> known.counters().attempted());
        OptionalInt code = refusalCode(endpoint, channel);
        if (code.isPresent()) {
            endpoint.reject(MqttConnectReturnCode.valueOf((byte) code.getAsInt()));
        } else {
            accept(endpoint, channel.orElseThrow());
        }
    }

    private OptionalInt refusalCode(MqttEndpoint endpoint, Optional<DeviceChannel> channel) {
        OptionalInt ordered = channel.map(known -> known.faults().nextRefusal()).orElse(OptionalInt.empty());
        if (ordered.isPresent()) {
            return ordered;
        }
        Optional<ConnectRefusal> refusal = endpoint.protocolVersion() > MQTT_3_1_1
                ? Optional.of(ConnectRefusal.UNSUPPORTED_PROTOCOL)
                : authenticator.refusal(request(endpoint));
        refusal.ifPresent(
                reason -> LOG.info("Refused CONNECT of {}: {}", LogText.of(endpoint.clientIdentifier()), reason));
        return refusal.map(reason -> OptionalInt.of(reason.connackCode())).orElse(OptionalInt.empty());
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
        channel.open(connection, endpoint.isCleanSession());
        LOG.debug("Accepted CONNECT of {}", channel.device());
    }
}
