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

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Reaction;
import io.github.cameliotcloud.simulator.limits.Violation;
import io.github.cameliotcloud.simulator.topic.TopicAuthorizer;
import io.github.cameliotcloud.simulator.topic.TopicLengths;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.messages.MqttPublishMessage;

/** Finds what a PUBLISH of a device does wrong (protocol.md 3). */
final class PublishCheck {

    private final TopicAuthorizer authorizer;
    private final TopicLengths lengths;
    private final int maxPayloadBytes;
    private final boolean retainCounts;

    PublishCheck(TopicAuthorizer authorizer, Limits limits) {
        this.authorizer = authorizer;
        this.lengths = new TopicLengths(limits);
        this.maxPayloadBytes = limits.get(Limit.PAYLOAD_BYTES);
        this.retainCounts = limits.reactionTo(Violation.RETAIN) != Reaction.TOLERATE;
    }

    /** The first rule that the packet breaks. Every packet counts for the rate, except one that is too large or of QoS 2. */
    Optional<Violation> violation(DeviceChannel channel, MqttPublishMessage message) {
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            return Optional.of(Violation.QOS_2);
        }
        if (message.payload().length() > maxPayloadBytes) {
            return Optional.of(Violation.OVERSIZE);
        }
        if (!channel.rates().uplink().admit()) {
            return Optional.of(Violation.OVER_RATE);
        }
        if (!lengths.allow(message.topicName())) {
            return Optional.of(Violation.TOPIC_TOO_LONG_OR_DEEP);
        }
        if (!authorizer.mayPublish(channel.device(), message.topicName())) {
            return Optional.of(Violation.NO_PERMISSION);
        }
        return message.isRetain() && retainCounts ? Optional.of(Violation.RETAIN) : Optional.empty();
    }
}
