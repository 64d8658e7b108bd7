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
import java.util.Optional;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Reaction;
import io.github.cameliotcloud.simulator.limits.Switch;
import io.github.cameliotcloud.simulator.limits.Violation;
import io.github.cameliotcloud.simulator.shadow.ShadowService;
import io.github.cameliotcloud.simulator.topic.DeviceTopics;
import io.github.cameliotcloud.simulator.topic.TopicAuthorizer;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;

/** Handles PUBLISH and SUBSCRIBE of connected devices with the reactions of protocol.md 3. */
public final class UplinkHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UplinkHandler.class);

    private final Limits limits;
    private final PublishCheck publishCheck;
    private final SubscribeCheck subscribeCheck;
    private final ShadowService shadows;
    private final UplinkListener listener;
    private final RefusalListener refusals;

    public UplinkHandler(
            TopicAuthorizer authorizer,
            ShadowService shadows,
            UplinkListener listener,
            RefusalListener refusals,
            Limits limits) {
        this.limits = limits;
        this.publishCheck = new PublishCheck(authorizer, limits);
        this.subscribeCheck = new SubscribeCheck(authorizer, limits);
        this.shadows = shadows;
        this.listener = listener;
        this.refusals = refusals;
    }

    void publish(DeviceChannel channel, DeviceConnection connection, MqttPublishMessage message) {
        Optional<Violation> violation = publishCheck.violation(channel, message);
        if (violation.isPresent()) {
            reject(violation.get(), channel, connection, message);
        } else {
            dispatch(channel, message);
            acknowledge(channel, connection, message);
        }
    }

    private void reject(
            Violation violation, DeviceChannel channel, DeviceConnection connection, MqttPublishMessage message) {
        Reaction reaction = limits.reactionTo(violation);
        LOG.info("PUBLISH of {} on {}: {}, {}", channel.device(), LogText.of(message.topicName()), violation, reaction);
        channel.counters().violated(violation);
        refused(channel, "PUBLISH", message.topicName(), violation + ", " + reaction);
        if (reaction == Reaction.CLOSE) {
            connection.closeNow();
        } else if (reaction == Reaction.ACKNOWLEDGE) {
            acknowledge(channel, connection, message);
        }
    }

    private void acknowledge(DeviceChannel channel, DeviceConnection connection, MqttPublishMessage message) {
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

    void subscribe(DeviceChannel channel, DeviceConnection connection, MqttSubscribeMessage message) {
        List<MqttQoS> granted = subscribeCheck.grant(channel, connection, message.topicSubscriptions());
        boolean refused = granted.contains(MqttQoS.FAILURE);
        if (refused) {
            String filters = filters(message);
            LOG.info("Refused SUBSCRIBE of {} to {}", channel.device(), LogText.of(filters));
            refused(channel, "SUBSCRIBE", filters, "SUBACK 0x80");
        }
        boolean answered = !(refused && limits.has(Switch.REFUSED_SUBSCRIBE_IS_NOT_ANSWERED));
        if (answered && !channel.faults().swallowsSubAcks()) {
            connection.acknowledgeSubscribe(
                    message.messageId(), granted, channel.faults().subAckDelay());
        }
    }

    private static String filters(MqttSubscribeMessage message) {
        return message.topicSubscriptions().stream()
                .map(MqttTopicSubscription::topicName)
                .collect(Collectors.joining(", "));
    }

    private void refused(DeviceChannel channel, String packet, String topic, String reason) {
        refusals.refused(channel.device().clientId(), packet + " " + LogText.of(topic), reason);
    }
}
