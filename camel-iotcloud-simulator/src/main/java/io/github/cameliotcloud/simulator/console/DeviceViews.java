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

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannel;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannels;
import io.github.cameliotcloud.simulator.shadow.ShadowService;

/** Devices as the page shows them. Secrets are not looked at, let alone shown. */
final class DeviceViews {

    static final int PAGE_SIZE = 50;

    private final DeviceDirectory devices;
    private final DeviceChannels channels;
    private final ShadowService shadows;
    private final CloudControls controls;

    DeviceViews(DeviceDirectory devices, DeviceChannels channels, ShadowService shadows, CloudControls controls) {
        this.devices = devices;
        this.channels = channels;
        this.shadows = shadows;
        this.controls = controls;
    }

    /** One page of the devices that the query asks for; the last one when it asks for a later one. */
    ObjectNode list(StreamQuery query) {
        List<Device> all = List.copyOf(devices.all());
        List<Device> matching =
                all.stream().filter(device -> matches(device, query)).toList();
        int pages = Math.max(1, (matching.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.min(query.page(), pages);
        ObjectNode view = ConsoleJson.object()
                .put("total", all.size())
                .put("online", all.stream().filter(this::online).count())
                .put("networkOpen", controls.networkOpen())
                .put("matching", matching.size())
                .put("page", page)
                .put("pages", pages);
        ArrayNode rows = view.putArray("devices");
        matching.stream()
                .skip((long) (page - 1) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .forEach(device -> rows.add(head(device)));
        return view;
    }

    /** Everything about the device; empty when it is unknown. */
    Optional<ObjectNode> details(String product, String name) {
        return devices.find(product, name).map(this::details);
    }

    private ObjectNode details(Device device) {
        DeviceChannel channel = channels.of(device.identity());
        ObjectNode view = head(device)
                .put("credential", device.secret().isPresent() ? "device secret" : "certificate")
                .put("connects", channel.counters().acceptedConnects())
                .put("connectAttempts", channel.counters().attempts())
                .put("pendingMessages", channel.pendingMessages());
        ArrayNode subscriptions = view.putArray("subscriptions");
        channel.subscriptions().forEach(subscriptions::add);
        view.set("faults", FaultSwitches.view(channel.faults()));
        view.set("shadow", shadow(device));
        return view;
    }

    // the sections travel as text, as a browser would round large numbers
    private ObjectNode shadow(Device device) {
        ObjectNode shadow = shadows.peek(device.identity());
        ObjectNode view = ConsoleJson.object();
        view.set("version", shadow.path("version"));
        view.set("timestamp", shadow.path("timestamp"));
        for (String section : List.of("reported", "desired", "delta")) {
            JsonNode content = shadow.path("state").path(section);
            view.put(section, ConsoleJson.pretty(content.isObject() ? content : ConsoleJson.object()));
        }
        return view;
    }

    private ObjectNode head(Device device) {
        return ConsoleJson.object()
                .put("product", device.identity().product())
                .put("device", device.identity().device())
                .put("online", online(device))
                .put("enabled", device.enabled());
    }

    private boolean matches(Device device, StreamQuery query) {
        return (query.filter().isEmpty()
                        || device.identity().toString().toLowerCase(Locale.ROOT).contains(query.filter()))
                && (!query.onlineOnly() || online(device));
    }

    private boolean online(Device device) {
        return channels.of(device.identity()).online();
    }
}
