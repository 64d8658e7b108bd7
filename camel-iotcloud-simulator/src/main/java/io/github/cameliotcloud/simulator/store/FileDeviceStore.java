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
package io.github.cameliotcloud.simulator.store;

import java.util.Collection;
import java.util.Map;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.device.DeviceStore;

/** Devices in a file, their secrets in clear. */
final class FileDeviceStore implements DeviceStore {

    /**
     * A device as JSON.
     *
     * @param secret Base64, null for a device that shows a certificate
     */
    private record DeviceRecord(String product, String device, String secret, boolean enabled) {

        static DeviceRecord of(Device device) {
            DeviceIdentity name = device.identity();
            String secret = device.secret().map(DeviceSecret::toBase64).orElse(null);
            return new DeviceRecord(name.product(), name.device(), secret, device.enabled());
        }

        Device restored() {
            DeviceIdentity name = new DeviceIdentity(product, device);
            Device restored =
                    secret == null ? Device.withCertificate(name) : new Device(name, DeviceSecret.fromBase64(secret));
            restored.enable(enabled);
            return restored;
        }

        @Override
        public String toString() {
            return product + "/" + device;
        }
    }

    private final StoreFile file;
    private final Map<String, String> devices;

    FileDeviceStore(StoreFile file) {
        this.file = file;
        this.devices = file.map("devices");
    }

    @Override
    public Collection<Device> load() {
        return file.read(() -> devices.values().stream()
                .map(text -> StoreJson.read(text, DeviceRecord.class).restored())
                .toList());
    }

    @Override
    public void save(Collection<Device> changed) {
        file.write(() ->
                changed.forEach(device -> devices.put(device.toString(), StoreJson.write(DeviceRecord.of(device)))));
    }

    @Override
    public void delete(DeviceIdentity device) {
        file.write(() -> devices.remove(device.toString()));
    }
}
