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
package io.github.cameliotcloud.simulator.application;

import io.github.cameliotcloud.simulator.device.CredentialKind;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.shadow.ShadowService;

/** Creates and deletes devices while the cloud runs. Thread-safe. */
public final class DeviceRegistry {

    private final DeviceDirectory devices;
    private final DeviceGateway gateway;
    private final ShadowService shadows;

    public DeviceRegistry(DeviceDirectory devices, DeviceGateway gateway, ShadowService shadows) {
        this.devices = devices;
        this.gateway = gateway;
        this.shadows = shadows;
    }

    /**
     * Creates a device that signs with this secret.
     *
     * @throws RefusedException when the product is unknown or one with certificates, or the device exists
     */
    public Device create(DeviceIdentity identity, DeviceSecret secret) {
        return add(new Device(identity, secret));
    }

    /**
     * Creates a device of the product's kind; one with a secret gets a random one.
     *
     * @throws RefusedException when the product is unknown, or the device exists
     */
    public Device create(DeviceIdentity identity) {
        boolean certificate = kindOf(identity.product()) == CredentialKind.CERTIFICATE;
        return add(certificate ? Device.withCertificate(identity) : new Device(identity, DeviceSecret.random()));
    }

    private synchronized Device add(Device device) {
        DeviceIdentity identity = device.identity();
        if (kindOf(identity.product()) != device.credentialKind()) {
            throw new RefusedException(Refusal.PRODUCT_WITHOUT_SECRETS);
        }
        if (!devices.add(device)) {
            throw new RefusedException(Refusal.DEVICE_ALREADY_EXISTS);
        }
        gateway.admit(identity);
        return device;
    }

    private CredentialKind kindOf(String product) {
        return devices.product(product).orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_PRODUCT));
    }

    /** Deletes a device: closes its connection, forgets its session and its shadow. False when it was gone already. */
    public synchronized boolean delete(Device device) {
        boolean removed = devices.remove(device);
        if (removed) {
            gateway.expel(device.identity());
            shadows.delete(device.identity());
        }
        return removed;
    }
}
