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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.simulator.shadow.ShadowService;
import io.github.cameliotcloud.simulator.topic.DeviceTopics;
import io.github.cameliotcloud.simulator.topic.TopicAuthorizer;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;

/** Handles PUBLISH and SUBSCRIBE of connected devices with the reactions of protocol.md 3. */
public final class UplinkHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UplinkHandler.class);
    private static final int MAX_PAYLOAD_BYTES = 16 * 1024;

    private final TopicAuthorizer authorizer;
    private final ShadowService shadows;
    private final UplinkListener listener;

    public UplinkHandler(TopicAuthorizer authorizer, ShadowService shadows, UplinkListener listener) {
        this.authorizer = authorizer;
        this.shadows = shadows;
        this.listener = listener;
    }

    /** The retain flag has no effect. */
    void publish(
            DeviceChannel channel, DeviceConnection connection, MqttEndpoint endpoint, MqttPublishMessage message) {
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE || message.payload().length() > MAX_PAYLOAD_BYTES) {
            LOG.info("Closing {}: QoS 2 or more than 16 KB on {}", channel.device(), LogText.of(message.topicName()));
            endpoint.close();
            return;
        }
        if (!authorizer.mayPublish(channel.device(), message.topicName())) {
            LOG.info(
                    "Dropped a PUBLISH of {}: no permission for {}", channel.device(), LogText.of(message.topicName()));
            channel.counters().publishDropped();
            return;
        }
        dispatch(channel, message);
        if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE && !channel.faults().swallowsPubAcks()) {
            connection.acknowledgePublish(message.messageId(), channel.faults().pubAckDelay());
        }
    }

    private void dispatch(DeviceChannel channel, MqttPublishMessage message) {
        byte[] payload = message.payload().getBytes();
        if (message.topicName().equals(DeviceTopics.shadowOperation(channel.device()))) {
            shadows.handle(channel.device(), payload);
        } else {
            listener.received(
                    channel.device(),
                    message.topicName(),
                    payload,
                    message.qosLevel().value());
        }
    }

    /** A SUBSCRIBE with more than one filter is refused as a whole: the cloud allows one (3.2). */
    void subscribe(DeviceChannel channel, DeviceConnection connection, MqttSubscribeMessage message) {
        boolean single = message.topicSubscriptions().size() == 1;
        List<MqttQoS> granted = message.topicSubscriptions().stream()
                .map(wanted -> single ? grant(channel, connection, wanted) : MqttQoS.FAILURE)
                .toList();
        if (!channel.faults().swallowsSubAcks()) {
            connection.acknowledgeSubscribe(
                    message.messageId(), granted, channel.faults().subAckDelay());
        }
    }

    private MqttQoS grant(DeviceChannel channel, DeviceConnection connection, MqttTopicSubscription wanted) {
        MqttQoS qos = wanted.qualityOfService();
        if (qos.value() > 1
                || channel.faults().refusesSubscriptions()
                || !authorizer.maySubscribe(channel.device(), wanted.topicName())) {
            LOG.info("Refused SUBSCRIBE of {} to {}", channel.device(), LogText.of(wanted.topicName()));
            return MqttQoS.FAILURE;
        }
        channel.subscribe(connection, wanted.topicName(), qos.value());
        return qos;
    }
}
