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

import java.util.List;
import java.util.stream.Collectors;

import io.github.cameliotcloud.simulator.session.Delivery;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;

/** Describes packets for a listener that wants them; allocates nothing for one that does not. */
final class PacketTap {

    private final PacketListener listener;

    PacketTap(PacketListener listener) {
        this.listener = listener;
    }

    void connect(MqttEndpoint endpoint) {
        if (listener.wants(endpoint.clientIdentifier())) {
            String detail = "MQTT " + (endpoint.protocolVersion() == 3 ? "3.1" : "level " + endpoint.protocolVersion())
                    + ", keep-alive " + endpoint.keepAliveTimeSeconds() + " s, "
                    + (endpoint.isCleanSession() ? "clean session" : "persistent session");
            tell(endpoint.clientIdentifier(), true, "CONNECT", 0, detail);
        }
    }

    /** @param reason why the code is not 0, or empty */
    void connectRefused(String clientId, int code, String reason) {
        if (listener.wants(clientId)) {
            tell(
                    clientId,
                    false,
                    "CONNACK",
                    0,
                    reason.isEmpty() ? "refused, " + code : "refused, " + code + ": " + reason);
        }
    }

    void connectAccepted(String clientId, boolean sessionPresent) {
        if (listener.wants(clientId)) {
            tell(clientId, false, "CONNACK", 0, sessionPresent ? "accepted, session present" : "accepted");
        }
    }

    void published(String clientId, MqttPublishMessage message) {
        if (listener.wants(clientId)) {
            Packet.Message content = new Packet.Message(
                    message.topicName(),
                    message.payload().getBytes(),
                    message.qosLevel().value(),
                    message.isDup());
            // at QoS 0 Vert.x says -1
            int packetId = Math.max(0, message.messageId());
            listener.packet(
                    new Packet(clientId, true, "PUBLISH", packetId, content, message.isRetain() ? "retain" : ""));
        }
    }

    void delivered(String clientId, Delivery delivery) {
        if (listener.wants(clientId)) {
            Packet.Message content = new Packet.Message(
                    delivery.message().topic(),
                    delivery.message().payload(),
                    delivery.message().qos(),
                    delivery.duplicate());
            listener.packet(new Packet(clientId, false, "PUBLISH", delivery.packetId(), content, ""));
        }
    }

    void publishAcknowledged(String clientId, boolean fromClient, int packetId) {
        if (listener.wants(clientId)) {
            tell(clientId, fromClient, "PUBACK", packetId, "");
        }
    }

    void subscribed(String clientId, MqttSubscribeMessage message) {
        if (listener.wants(clientId)) {
            String filters = message.topicSubscriptions().stream()
                    .map(wanted -> wanted.topicName() + " QoS "
                            + wanted.qualityOfService().value())
                    .collect(Collectors.joining(", "));
            tell(clientId, true, "SUBSCRIBE", message.messageId(), filters);
        }
    }

    void subscribeAcknowledged(String clientId, int packetId, List<MqttQoS> granted) {
        if (listener.wants(clientId)) {
            String codes = granted.stream()
                    .map(qos -> qos == MqttQoS.FAILURE ? "refused" : "granted QoS " + qos.value())
                    .collect(Collectors.joining(", "));
            tell(clientId, false, "SUBACK", packetId, codes);
        }
    }

    void unsubscribed(String clientId, MqttUnsubscribeMessage message) {
        if (listener.wants(clientId)) {
            tell(clientId, true, "UNSUBSCRIBE", message.messageId(), String.join(", ", message.topics()));
        }
    }

    void unsubscribeAcknowledged(String clientId, int packetId) {
        if (listener.wants(clientId)) {
            tell(clientId, false, "UNSUBACK", packetId, "");
        }
    }

    void disconnected(String clientId) {
        if (listener.wants(clientId)) {
            tell(clientId, true, "DISCONNECT", 0, "");
        }
    }

    /** @param ordered whether the cloud closed it; else it was the client, the network, the keep-alive or a port that closed */
    void closed(String clientId, boolean ordered) {
        if (listener.wants(clientId)) {
            tell(clientId, !ordered, "CLOSE", 0, ordered ? "by the cloud" : "");
        }
    }

    private void tell(String clientId, boolean fromClient, String type, int packetId, String detail) {
        listener.packet(new Packet(clientId, fromClient, type, packetId, null, detail));
    }
}
