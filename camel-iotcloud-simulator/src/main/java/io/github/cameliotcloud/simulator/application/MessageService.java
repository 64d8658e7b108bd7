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
package io.github.cameliotcloud.simulator.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;
import io.github.cameliotcloud.simulator.session.OutboundMessage;
import io.github.cameliotcloud.simulator.topic.DeviceTopics;
import io.github.cameliotcloud.simulator.topic.TopicAuthorizer;

/** Messages to single devices (protocol.md 7.5, PublishMessage). Thread-safe. */
public final class MessageService {

    private static final Logger LOG = LoggerFactory.getLogger(MessageService.class);

    private final DeviceGateway gateway;
    private final TopicAuthorizer topicRules;
    private final int maxPayloadBytes;

    /** @param maxPayloadBytes a longer message is refused */
    public MessageService(DeviceGateway gateway, TopicAuthorizer topicRules, int maxPayloadBytes) {
        this.gateway = gateway;
        this.topicRules = topicRules;
        this.maxPayloadBytes = maxPayloadBytes;
    }

    /**
     * Sends a message to an online subscriber at once, at QoS 1 also later to a session that waits.
     *
     * @param topic the whole name, one of the device's own topics to which it may subscribe; system topics are none
     * @param payload copied
     * @param qos 0 or 1
     * @return what became of it
     * @throws RefusedException when the device is disabled, the topic not allowed or the payload too long
     */
    public DeliveryOutcome publish(Device device, String topic, byte[] payload, int qos) {
        if (!isAllowed(device.identity(), topic)) {
            throw new RefusedException(Refusal.TOPIC_NOT_ALLOWED);
        }
        requireFits(payload, maxPayloadBytes);
        requireEnabled(device);
        DeliveryOutcome outcome = gateway.deliver(device.identity(), new OutboundMessage(topic, payload.clone(), qos));
        LOG.debug("Message on {}: {}", topic, outcome);
        return outcome;
    }

    private boolean isAllowed(DeviceIdentity device, String topic) {
        return topic.startsWith(DeviceTopics.prefix(device))
                && topic.indexOf('#') < 0
                && topic.indexOf('+') < 0
                && topicRules.maySubscribe(device, topic);
    }

    static void requireFits(byte[] payload, int maxPayloadBytes) {
        if (payload.length > maxPayloadBytes) {
            throw new RefusedException(Refusal.PAYLOAD_OVER_LIMIT);
        }
    }

    static void requireEnabled(Device device) {
        if (!device.enabled()) {
            throw new RefusedException(Refusal.DEVICE_DISABLED);
        }
    }
}
