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

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Switch;
import io.github.cameliotcloud.simulator.topic.TopicAuthorizer;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttTopicSubscription;

/** Grants what devices subscribe to, or does not (protocol.md 3). */
final class SubscribeCheck {

    private final TopicAuthorizer authorizer;
    private final int maxFilters;
    private final boolean grantsQos2AsQos1;

    SubscribeCheck(TopicAuthorizer authorizer, Limits limits) {
        this.authorizer = authorizer;
        this.maxFilters = limits.get(Limit.FILTERS_PER_SUBSCRIBE);
        this.grantsQos2AsQos1 = limits.has(Switch.QOS_2_SUBSCRIPTION_IS_GRANTED_AT_1);
    }

    /** Subscribes to what is permitted; the answer to each filter. Too many filters are refused as a whole. */
    List<MqttQoS> grant(DeviceChannel channel, DeviceConnection connection, List<MqttTopicSubscription> subscriptions) {
        boolean tooMany = subscriptions.size() > maxFilters;
        return subscriptions.stream()
                .map(wanted -> tooMany ? MqttQoS.FAILURE : grant(channel, connection, wanted))
                .toList();
    }

    private MqttQoS grant(DeviceChannel channel, DeviceConnection connection, MqttTopicSubscription wanted) {
        MqttQoS qos = grantedQos(wanted.qualityOfService());
        boolean granted = qos != MqttQoS.FAILURE
                && !channel.faults().refusesSubscriptions()
                && authorizer.maySubscribe(channel.device(), wanted.topicName())
                && channel.subscribe(connection, wanted.topicName(), qos.value());
        return granted ? qos : MqttQoS.FAILURE;
    }

    private MqttQoS grantedQos(MqttQoS wanted) {
        return switch (wanted) {
            case AT_MOST_ONCE, AT_LEAST_ONCE -> wanted;
            default -> grantsQos2AsQos1 ? MqttQoS.AT_LEAST_ONCE : MqttQoS.FAILURE;
        };
    }
}
