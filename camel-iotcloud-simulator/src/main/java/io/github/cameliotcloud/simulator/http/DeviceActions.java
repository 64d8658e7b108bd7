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
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.device.CredentialKind;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Creates and deletes devices. */
final class DeviceActions {

    private static final Set<String> CREATE_PARAMETERS = Set.of("ProductId", "DeviceName", "DefinedPsk", "Skey");
    private static final Set<String> UNSUPPORTED_PARAMETERS =
            Set.of("Attribute", "Isp", "Imei", "LoraDevEui", "LoraMoteType", "LoraAppKey", "TlsCrt");
    private static final Set<String> DELETE_PARAMETERS = Set.of("ProductId", "DeviceName", "Skey");

    private final Vertx vertx;
    private final ApiServices services;

    DeviceActions(Vertx vertx, ApiServices services) {
        this.vertx = vertx;
        this.services = services;
    }

    Map<String, ApiAction> byName() {
        return Map.of("CreateDevice", this::create, "DeleteDevice", ApiAction.immediate(this::delete));
    }

    private Future<ObjectNode> create(ApiParameters parameters) {
        parameters.refuse(UNSUPPORTED_PARAMETERS);
        parameters.allowOnly(CREATE_PARAMETERS);
        String product = NamedDevice.requireProduct(parameters, services.devices());
        DeviceIdentity identity = identity(product, parameters.text("DeviceName"));
        Optional<DeviceSecret> secret = parameters
                .optionalText("DefinedPsk")
                .filter(text -> !text.isEmpty())
                .map(DeviceActions::secret);
        Device device = secret.map(chosen -> services.registry().create(identity, chosen))
                .orElseGet(() -> services.registry().create(identity));
        return device.credentialKind() == CredentialKind.CERTIFICATE
                ? certificate(identity)
                : Future.succeededFuture(output(identity)
                        .put("DevicePsk", device.secret().orElseThrow().toBase64()));
    }

    private static DeviceIdentity identity(String product, String name) {
        try {
            return new DeviceIdentity(product, name);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ApiError.INVALID_PARAMETER_VALUE, e.getMessage());
        }
    }

    private static DeviceSecret secret(String base64) {
        try {
            return DeviceSecret.fromBase64(base64);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ApiError.DEFINED_PSK_NOT_BASE64, "The parameter DefinedPsk is not Base64.");
        }
    }

    // making keys takes too long for an event loop
    private Future<ObjectNode> certificate(DeviceIdentity identity) {
        return vertx.executeBlocking(
                        () -> services.authority().get().issueDevice(identity.product(), identity.device()))
                .map(issued -> output(identity)
                        .put("DeviceCert", issued.certificatePem())
                        .put("DevicePrivateKey", issued.privateKeyPem()));
    }

    private static ObjectNode output(DeviceIdentity identity) {
        return JsonNodeFactory.instance.objectNode().put("DeviceName", identity.device());
    }

    private ObjectNode delete(ApiParameters parameters) {
        parameters.allowOnly(DELETE_PARAMETERS);
        Device device = NamedDevice.ofKnownProduct(parameters, services.devices());
        if (!services.registry().delete(device)) {
            throw new ApiException(ApiError.DEVICE_NOT_EXIST, "The device does not exist.");
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
