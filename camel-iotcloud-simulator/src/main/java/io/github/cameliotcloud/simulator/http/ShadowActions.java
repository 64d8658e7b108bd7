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

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.shadow.ShadowJson;
import io.github.cameliotcloud.simulator.shadow.ShadowRejectedException;
import io.github.cameliotcloud.simulator.shadow.ShadowResult;
import io.github.cameliotcloud.simulator.shadow.ShadowService;

/** The actions on device shadows (protocol.md 7.2, 7.3). */
final class ShadowActions {

    private static final Set<String> UPDATE_PARAMETERS = Set.of("ProductId", "DeviceName", "State", "ShadowVersion");
    private static final Set<String> DESCRIBE_PARAMETERS = Set.of("ProductId", "DeviceName");

    private final DeviceDirectory devices;
    private final ShadowService shadows;

    ShadowActions(ApiServices services) {
        this.devices = services.devices();
        this.shadows = services.shadows();
    }

    Map<String, ApiAction> byName() {
        return Map.of(
                "UpdateDeviceShadow", ApiAction.immediate(this::update),
                "DescribeDeviceShadow", ApiAction.immediate(this::describe),
                "DeleteDeviceShadow", ApiAction.immediate(this::delete));
    }

    private ObjectNode update(ApiParameters parameters) {
        parameters.allowOnly(UPDATE_PARAMETERS);
        DeviceIdentity device = device(parameters);
        String state = parameters.text("State");
        long version = parameters.unsignedInteger("ShadowVersion");
        try {
            return data(shadows.updateDesired(device, ShadowJson.parseObject(state), version));
        } catch (ShadowRejectedException e) {
            throw new ApiException(
                    errorFor(e.result()), "Rejected: " + e.result().meaning() + ".");
        }
    }

    private ObjectNode describe(ApiParameters parameters) {
        parameters.allowOnly(DESCRIBE_PARAMETERS);
        return data(shadows.describe(device(parameters)));
    }

    // the only documented error is a shadow that does not exist; each device has one, so it is the device's absence
    private ObjectNode delete(ApiParameters parameters) {
        parameters.allowOnly(DESCRIBE_PARAMETERS);
        Device device = NamedDevice.of(parameters, devices, ApiError.DEVICE_SHADOW_NOT_EXIST);
        shadows.delete(device.identity());
        return JsonNodeFactory.instance.objectNode();
    }

    private DeviceIdentity device(ApiParameters parameters) {
        return NamedDevice.of(parameters, devices, ApiError.PRODUCT_OR_DEVICE_NOT_EXIST)
                .identity();
    }

    // the document travels as text inside the answer
    private static ObjectNode data(ObjectNode document) {
        return JsonNodeFactory.instance.objectNode().put("Data", ShadowJson.text(document));
    }

    private static ApiError errorFor(ShadowResult result) {
        return switch (result) {
            case VERSION_MISMATCH -> ApiError.UPDATE_VERSION_NOT_MATCH;
            case NOT_JSON -> ApiError.INVALID_JSON;
            case ILLEGAL_NODE -> ApiError.JSON_HAS_INVALID_NODE;
            case TOO_LARGE -> ApiError.JSON_SIZE_EXCEED_LIMIT;
            case KEY_MISSING, TOO_DEEP, BAD_PARAMETER -> ApiError.INVALID_PARAMETER_VALUE;
            case SUCCESS -> ApiError.INTERNAL_ERROR;
        };
    }
}
