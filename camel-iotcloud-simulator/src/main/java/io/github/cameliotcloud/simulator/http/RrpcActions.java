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

import java.util.Base64;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.application.RrpcAnswer;
import io.github.cameliotcloud.simulator.application.RrpcService;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Calls to a device that answers (protocol.md 6.1). */
final class RrpcActions {

    private static final Set<String> PARAMETERS = Set.of("ProductId", "DeviceName", "Payload");

    private final DeviceDirectory devices;
    private final RrpcService rrpc;

    RrpcActions(ApiServices services) {
        this.devices = services.devices();
        this.rrpc = services.rrpc();
    }

    Map<String, ApiAction> byName() {
        return Map.of("PublishRRPCMessage", this::call);
    }

    private Future<ObjectNode> call(ApiParameters parameters) {
        parameters.allowOnly(PARAMETERS);
        byte[] payload = MessagePayload.text(parameters);
        Device device = NamedDevice.of(parameters, devices, ApiError.DEVICE_NOT_EXIST);
        return Future.fromCompletionStage(rrpc.call(device, payload), Vertx.currentContext())
                .map(RrpcActions::output);
    }

    // the number that names the call on its topics serves as message ID
    private static ObjectNode output(RrpcAnswer answer) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("MessageId", answer.processId())
                .put("PayloadBase64", Base64.getEncoder().encodeToString(answer.payload()));
    }
}
