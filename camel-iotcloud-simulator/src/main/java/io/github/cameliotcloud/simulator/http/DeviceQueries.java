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

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.application.DeviceGateway;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;

/** Shows devices. */
final class DeviceQueries {

    private static final Set<String> DESCRIBE_PARAMETERS = Set.of("ProductId", "DeviceName");
    private static final Set<String> LIST_PARAMETERS =
            Set.of("ProductId", "Offset", "Limit", "FirmwareVersion", "DeviceName", "EnableState");
    private static final int MIN_LIMIT = 10;
    private static final int MAX_LIMIT = 250;
    private static final String NO_FIRMWARE = "None-FirmwareVersion";

    private final DeviceDirectory devices;
    private final DeviceGateway gateway;

    DeviceQueries(ApiServices services) {
        this.devices = services.devices();
        this.gateway = services.gateway();
    }

    Map<String, ApiAction> byName() {
        return Map.of(
                "DescribeDevice", ApiAction.immediate(this::describe),
                "DescribeDevices", ApiAction.immediate(this::list));
    }

    private ObjectNode describe(ApiParameters parameters) {
        parameters.allowOnly(DESCRIBE_PARAMETERS);
        return view(NamedDevice.ofKnownProduct(parameters, devices));
    }

    private ObjectNode list(ApiParameters parameters) {
        parameters.allowOnly(LIST_PARAMETERS);
        long offset = parameters.unsignedInteger("Offset");
        long limit = parameters.unsignedInteger("Limit");
        if (limit < MIN_LIMIT || limit > MAX_LIMIT) {
            throw new ApiException(ApiError.INVALID_PARAMETER_VALUE, "The parameter Limit is not 10 to 250.");
        }
        Predicate<Device> filter = filter(parameters);
        String product = NamedDevice.requireProduct(parameters, devices);
        List<Device> found = devices.of(product).stream().filter(filter).toList();
        ObjectNode output = JsonNodeFactory.instance.objectNode().put("TotalCount", found.size());
        ArrayNode page = output.putArray("Devices");
        found.stream().skip(offset).limit(limit).map(this::view).forEach(page::add);
        return output;
    }

    private static Predicate<Device> filter(ApiParameters parameters) {
        String name = parameters.optionalText("DeviceName").orElse("");
        String firmware = parameters.optionalText("FirmwareVersion").orElse("");
        OptionalLong enableState = parameters.optionalUnsignedInteger("EnableState");
        if (enableState.orElse(0) > 1) {
            throw new ApiException(ApiError.INVALID_PARAMETER_VALUE, "The parameter EnableState is neither 0 nor 1.");
        }
        return device -> device.identity().device().contains(name)
                && (firmware.isEmpty() || firmware.equals(NO_FIRMWARE))
                && (enableState.isEmpty() || device.enabled() == (enableState.getAsLong() == 1));
    }

    private ObjectNode view(Device device) {
        return DeviceView.of(device, gateway.presence(device.identity()));
    }
}
