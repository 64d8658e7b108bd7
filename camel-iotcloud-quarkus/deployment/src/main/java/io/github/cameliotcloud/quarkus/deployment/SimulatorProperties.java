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
package io.github.cameliotcloud.quarkus.deployment;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The properties that the application gets from a running simulator: where it is, and what the application left out. */
final class SimulatorProperties {

    private static final String API_URL = "iotcloud.devservices.api-url";

    private SimulatorProperties() {}

    static Map<String, Function<SimulatorService, String>> of(SimulatorSettings settings, ConfiguredOptions options) {
        Map<String, Function<SimulatorService, String>> missing = Map.of(
                "product", service -> settings.product(),
                "device", service -> settings.devices().get(0),
                "device-secret", SimulatorService::secret);
        Map<String, Function<SimulatorService, String>> properties = new HashMap<>();
        properties.put(ConfiguredOptions.PREFIX + "broker-url", SimulatorService::brokerUrl);
        properties.put(API_URL, SimulatorService::apiUrl);
        missing.forEach((option, value) -> {
            if (options.value(option).isEmpty()) {
                properties.put(ConfiguredOptions.PREFIX + option, value);
            }
        });
        return properties;
    }
}
