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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a simulator is started with. Quarkus keeps a running one as long as these are equal.
 *
 * @param devices names, the first is the device of endpoints that name none
 * @param secret  of all devices; empty for a random one
 */
record SimulatorSettings(String product, List<String> devices, Optional<String> secret, int port, int apiPort) {

    private static final String PRODUCT = "DEVSERVICE";
    private static final String DEVICE = "device-1";

    static SimulatorSettings of(IotCloudBuildTimeConfig.DevServices config, ConfiguredOptions options) {
        Set<String> devices = new LinkedHashSet<>();
        options.value("device").ifPresent(devices::add);
        devices.addAll(config.devices().orElse(devices.isEmpty() ? List.of(DEVICE) : List.of()));
        return new SimulatorSettings(
                config.product().or(() -> options.value("product")).orElse(PRODUCT),
                List.copyOf(devices),
                options.value("device-secret"),
                config.port(),
                config.apiPort());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "product " + product + " with " + String.join(", ", devices);
    }
}
