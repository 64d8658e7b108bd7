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

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/**
 * The files that the main program writes for clients.
 *
 * @param directory where they are
 */
record CertificateFiles(Path directory) {

    /**
     * Writes {@code ca.crt}, and the certificate and key of each device.
     *
     * @throws IllegalArgumentException with one sentence for the user when that is not possible
     */
    void write(CertificateAuthority authority, List<DeviceIdentity> devices) {
        try {
            authority.writeTo(directory);
            devices.forEach(device ->
                    authority.issueDevice(device.product(), device.device()).writeTo(directory, device.clientId()));
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "Option --certificates needs a directory that can be written, not " + directory + ".", e);
        }
    }

    /** Whether the files of a device are there. */
    boolean has(DeviceIdentity device) {
        return Files.exists(certificate(device)) && Files.exists(key(device));
    }

    Path authority() {
        return directory.resolve("ca.crt");
    }

    Path certificate(DeviceIdentity device) {
        return directory.resolve(device.clientId() + ".crt");
    }

    Path key(DeviceIdentity device) {
        return directory.resolve(device.clientId() + ".key");
    }
}
