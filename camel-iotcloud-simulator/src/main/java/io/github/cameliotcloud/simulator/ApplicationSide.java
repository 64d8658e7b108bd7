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
package io.github.cameliotcloud.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.application.Refusal;
import io.github.cameliotcloud.simulator.application.RefusedException;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;
import io.github.cameliotcloud.simulator.shadow.ShadowJson;
import io.github.cameliotcloud.simulator.shadow.ShadowRejectedException;
import io.github.cameliotcloud.simulator.topic.DeviceTopics;

/** What applications do to devices. */
final class ApplicationSide {

    private final SimulatedCloud cloud;

    ApplicationSide(SimulatedCloud cloud) {
        this.cloud = cloud;
    }

    long setDesired(String product, String device, String desiredJson) {
        DeviceIdentity identity = identity(product, device);
        try {
            ObjectNode state = ShadowJson.desiredState(desiredJson);
            ObjectNode answer = cloud.shadows().updateDesired(identity, state, 0);
            return answer.path("payload").path("version").longValue();
        } catch (ShadowRejectedException e) {
            throw new IllegalArgumentException("The desired state was rejected, " + e.getMessage(), e);
        }
    }

    JsonNode shadow(String product, String device) {
        return cloud.shadows().peek(identity(product, device));
    }

    void deleteShadow(String product, String device) {
        cloud.shadows().delete(identity(product, device));
    }

    String topic(String product, String device, String suffix) {
        return DeviceTopics.prefix(identity(product, device)) + suffix;
    }

    DeliveryOutcome publish(String product, String device, String suffix, byte[] payload, int qos) {
        Requirements.qos(qos);
        String topic = topic(product, device, suffix);
        try {
            DeliveryOutcome outcome =
                    cloud.application().messages().publish(cloud.device(product, device), topic, payload, qos);
            Requirements.taken(outcome, product, device);
            return outcome;
        } catch (RefusedException e) {
            if (e.refusal() == Refusal.DEVICE_DISABLED) { // which is like one that is offline
                return DeliveryOutcome.OFFLINE;
            }
            throw new IllegalArgumentException("No message can go to " + topic + ": " + e.getMessage(), e);
        }
    }

    private DeviceIdentity identity(String product, String device) {
        return cloud.device(product, device).identity();
    }
}
