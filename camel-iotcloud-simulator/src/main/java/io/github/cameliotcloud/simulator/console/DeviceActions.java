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
package io.github.cameliotcloud.simulator.console;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannel;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannels;

/** What the page does to one device. */
final class DeviceActions {

    /** Takes the body of a request as text; returns the answer. */
    @FunctionalInterface
    interface Action {
        ObjectNode run(DeviceIdentity device, String body);
    }

    private final DeviceChannels channels;
    private final CloudControls controls;

    DeviceActions(DeviceChannels channels, CloudControls controls) {
        this.channels = channels;
        this.controls = controls;
    }

    /** The actions that set something, by the last part of their path. */
    Map<String, Action> puts() {
        return Map.of("desired", this::setDesired, "enabled", this::enable, "faults", this::setFaults);
    }

    /** The actions that make something happen, by the last part of their path. */
    Map<String, Action> posts() {
        return Map.of(
                "messages",
                this::publish,
                "cutConnection",
                (device, body) -> happened(channel(device).cut()),
                "secondLogin",
                (device, body) -> happened(channel(device).secondLogin()));
    }

    private ObjectNode setDesired(DeviceIdentity device, String body) {
        if (body == null || body.isBlank()) {
            throw new ConsoleException(
                    400, "Desired is empty: write a JSON object such as {\"t\":25}, or null to clear.");
        }
        return ConsoleJson.object().put("version", controls.setDesired(device, body));
    }

    private ObjectNode enable(DeviceIdentity device, String body) {
        controls.enable(device, Booleans.parse(body));
        return ConsoleJson.object();
    }

    private ObjectNode setFaults(DeviceIdentity device, String body) {
        FaultSwitches.apply(channel(device).faults(), ConsoleJson.parse(body));
        return ConsoleJson.object();
    }

    private ObjectNode publish(DeviceIdentity device, String body) {
        JsonNode request = ConsoleJson.parse(body);
        JsonNode topic = request.path("topic");
        JsonNode payload = request.path("payload");
        JsonNode qos = request.path("qos");
        if (!topic.isTextual() || topic.textValue().isEmpty() || !payload.isTextual() || !qos.isInt()) {
            throw new ConsoleException(400, "A message has a topic suffix, a payload as text, and a qos of 0 or 1.");
        }
        byte[] bytes = payload.textValue().getBytes(StandardCharsets.UTF_8);
        return ConsoleJson.object()
                .put(
                        "outcome",
                        controls.publish(device, topic.textValue(), bytes, qos.intValue())
                                .name());
    }

    private DeviceChannel channel(DeviceIdentity device) {
        return channels.of(device);
    }

    private static ObjectNode happened(boolean online) {
        if (!online) {
            throw new ConsoleException(409, "The device is offline, so it has no connection to close.");
        }
        return ConsoleJson.object();
    }
}
