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

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/**
 * The command line of {@link SimulatorMain}.
 *
 * @param host where to listen, if not where the file or the default says
 * @param ports which ports to open
 * @param config the file with products and devices
 * @param store the file that remembers
 * @param accounts who may call the cloud API
 * @param devices the devices with a secret
 * @param certificateDevices the devices with a certificate
 * @param certificates where to write certificates
 * @param verbose whether to print what devices send
 * @param help whether to print the options and leave
 */
record SimulatorOptions(
        Optional<String> host,
        Ports ports,
        Optional<Path> config,
        Optional<Path> store,
        List<Account> accounts,
        List<NamedDevice> devices,
        List<DeviceIdentity> certificateDevices,
        Optional<Path> certificates,
        boolean verbose,
        boolean help) {

    /** The ports that the command line names. */
    record Ports(
            OptionalInt mqtt, OptionalInt http, OptionalInt tls, OptionalInt webSocket, OptionalInt secureWebSocket) {}

    /** A device as the command line names it; its secret is not part of the text form. */
    record NamedDevice(String product, String device, String secret) {

        @Override
        public String toString() {
            return product + "/" + device;
        }
    }

    /** An account of the cloud API; its key is not part of the text form. */
    record Account(String id, String key) {

        @Override
        public String toString() {
            return id;
        }
    }

    /** @throws IllegalArgumentException with one sentence for the user */
    static SimulatorOptions parse(String... args) {
        return SimulatorCommand.parse(args);
    }
}
