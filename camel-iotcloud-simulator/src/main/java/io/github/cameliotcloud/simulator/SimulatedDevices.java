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

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;

/**
 * Creates and deletes devices while the simulator runs. Thread-safe. Refusals are a
 * {@link io.github.cameliotcloud.simulator.application.RefusedException}.
 */
public final class SimulatedDevices {

    private final SimulatedCloud cloud;

    SimulatedDevices(SimulatedCloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Creates a device, as CreateDevice does: in a product whose first device shows a certificate one that does so too,
     * else one with a random secret, which {@link IotCloudSimulator#secrets} tells.
     *
     * @throws IllegalArgumentException when a name does not follow the grammar
     * @throws io.github.cameliotcloud.simulator.application.RefusedException when the product is unknown or the device
     *     exists
     */
    public void create(String product, String device) {
        cloud.application().registry().create(new DeviceIdentity(product, device));
    }

    /**
     * Creates a device that signs with this secret.
     *
     * @param secretBase64 the device secret as the console shows it
     * @throws IllegalArgumentException when a name does not follow the grammar, or the secret is bad
     * @throws io.github.cameliotcloud.simulator.application.RefusedException when the product is unknown or one with
     *     certificates, or the device exists
     */
    public void create(String product, String device, String secretBase64) {
        cloud.application()
                .registry()
                .create(new DeviceIdentity(product, device), DeviceSecret.fromBase64(secretBase64));
    }

    /**
     * Deletes a device: closes its connection, forgets its session and its shadow.
     *
     * @throws IllegalArgumentException when the device is unknown
     */
    public void delete(String product, String device) {
        cloud.application().registry().delete(cloud.device(product, device));
    }
}
