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
package io.github.cameliotcloud.examples.shadowtodatabase;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/** The simulated cloud with the devices of application.properties. */
final class Cloud implements AutoCloseable {

    static final String PRODUCT = "ABC1234567";
    static final List<String> DEVICES = List.of("thermostat-1", "thermostat-2", "thermostat-3");

    private final String secret = newSecret();
    private final IotCloudSimulator simulator;

    Cloud() {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();
        DEVICES.forEach(device -> builder.device(PRODUCT, device, secret));
        simulator = builder.start();
    }

    String brokerUrl() {
        return simulator.brokerUrl();
    }

    String secret() {
        return secret;
    }

    long wantTemperature(String device, int temperature) {
        return simulator.setDesired(PRODUCT, device, "{\"temperature\":" + temperature + "}");
    }

    void send(String device, String id) {
        simulator.publishControl(PRODUCT, device, "{\"id\":\"" + id + "\",\"command\":\"ping\"}");
    }

    /** @return the temperature that the device has reported, when nothing else is wanted any more; else -1 */
    int settledTemperature(String device) {
        JsonNode state = simulator.shadow(PRODUCT, device).path("state");
        boolean wanted = state.path("desired").has("temperature");
        return wanted ? -1 : state.path("reported").path("temperature").asInt(-1);
    }

    /** @return control messages that the application has not acknowledged */
    int unacknowledged() {
        return DEVICES.stream()
                .mapToInt(device -> simulator.pendingMessages(PRODUCT, device))
                .sum();
    }

    boolean allConnected() {
        return simulator.totalConnections() == DEVICES.size()
                && DEVICES.stream()
                        .allMatch(device ->
                                simulator.subscriptions(PRODUCT, device).size() >= 2);
    }

    @Override
    public void close() {
        simulator.close();
    }

    private static String newSecret() {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
