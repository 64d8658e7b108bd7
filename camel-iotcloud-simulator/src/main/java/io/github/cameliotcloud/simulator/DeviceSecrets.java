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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceSecret;

/** What the console shows of devices that sign with a secret. */
public final class DeviceSecrets {

    private final DeviceDirectory devices;

    DeviceSecrets(DeviceDirectory devices) {
        this.devices = devices;
    }

    /**
     * The secret of a device, Base64.
     *
     * @throws IllegalArgumentException when there is no such device, or it shows a certificate
     */
    public String of(String product, String device) {
        return devices.find(product, device)
                .flatMap(Device::secret)
                .map(DeviceSecret::toBase64)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no device " + product + "/" + device + " with a secret"));
    }

    /**
     * Writes a line {@code PRODUCT/DEVICE=SECRET} for each device that has one, and makes the folders that are missing.
     * {@code PropertiesSecretResolver} of the component reads it.
     *
     * @param file is replaced when it is there
     */
    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, lines(devices.all()));
    }

    private static String lines(Collection<Device> devices) {
        return devices.stream()
                .filter(device -> device.secret().isPresent())
                .map(device -> device + "=" + device.secret().orElseThrow().toBase64() + "\n")
                .collect(Collectors.joining());
    }
}
