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
package io.github.cameliotcloud.simulator.http;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.application.BroadcastService;
import io.github.cameliotcloud.simulator.application.MessageService;
import io.github.cameliotcloud.simulator.application.Refusal;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;

/** Messages to one device or to all of a product (protocol.md 7.5). */
final class MessageActions {

    private static final Set<String> PUBLISH_PARAMETERS =
            Set.of("ProductId", "DeviceName", "Topic", "Payload", "Qos", "PayloadEncoding");
    private static final Set<String> BROADCAST_PARAMETERS = Set.of("ProductId", "Payload", "Qos", "PayloadEncoding");

    private final DeviceDirectory devices;
    private final MessageService messages;
    private final BroadcastService broadcasts;

    MessageActions(ApiServices services) {
        this.devices = services.devices();
        this.messages = services.messages();
        this.broadcasts = services.broadcasts();
    }

    Map<String, ApiAction> byName() {
        return Map.of(
                "PublishMessage", ApiAction.immediate(this::publish),
                "PublishBroadcastMessage", ApiAction.immediate(this::broadcast));
    }

    private ObjectNode publish(ApiParameters parameters) {
        parameters.allowOnly(PUBLISH_PARAMETERS);
        String topic = parameters.text("Topic");
        byte[] payload = MessagePayload.of(parameters);
        int qos = MessagePayload.qos(parameters);
        Device device = NamedDevice.of(parameters, devices, ApiError.PRODUCT_OR_DEVICE_NOT_EXIST);
        requireSent(messages.publish(device, topic, payload, qos));
        return JsonNodeFactory.instance.objectNode();
    }

    private static void requireSent(DeliveryOutcome outcome) {
        switch (outcome) {
            case SENT -> {}
            case STORED ->
                throw new ApiException(ApiError.MESSAGE_SAVED, "The device is offline; the message is stored for it.");
            case OFFLINE -> throw RefusalErrors.of(Refusal.DEVICE_OFFLINE);
            case NOT_SUBSCRIBED -> throw RefusalErrors.of(Refusal.NOT_SUBSCRIBED);
            case OVERFLOW -> throw RefusalErrors.of(Refusal.TOO_MANY_MESSAGES);
            case OVER_RATE -> throw RefusalErrors.of(Refusal.OVER_RATE);
        }
    }

    private ObjectNode broadcast(ApiParameters parameters) {
        parameters.allowOnly(BROADCAST_PARAMETERS);
        String product = parameters.text("ProductId");
        byte[] payload = MessagePayload.of(parameters);
        int task = broadcasts.publish(product, payload, MessagePayload.qos(parameters));
        return JsonNodeFactory.instance.objectNode().put("TaskId", task);
    }
}
