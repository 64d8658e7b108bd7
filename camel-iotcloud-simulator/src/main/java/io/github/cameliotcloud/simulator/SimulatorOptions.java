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
 * @param ports where to listen
 * @param devices the devices with a secret
 * @param certificateDevices the devices with a certificate
 * @param certificates where to write certificates
 * @param verbose whether to print what devices send
 * @param help whether to print the options and leave
 */
record SimulatorOptions(
        Ports ports,
        List<NamedDevice> devices,
        List<DeviceIdentity> certificateDevices,
        Optional<Path> certificates,
        boolean verbose,
        boolean help) {

    static final String USAGE = String.join(
            System.lineSeparator(),
            "Simulates Tencent Cloud IoT Hub. Options:",
            "  --port N                             MQTT port, default 1883, 0 for any free one",
            "  --tls N                              also MQTT over TLS on this port, usually 8883",
            "  --ws N                               also MQTT over WebSocket on this port, usually 80",
            "  --wss N                              also MQTT over secure WebSocket on this port, usually 443",
            "  --http N                             port of the cloud API, default 8080, 0 for any free one",
            "  --device PRODUCT/DEVICE/SECRET       a device and its Base64 secret; may be repeated",
            "  --certificate-device PRODUCT/DEVICE  a device with a certificate, for --tls and --wss; may be repeated",
            "  --certificates DIR                   write ca.crt, and .crt and .key of each certificate device, to this",
            "                                       directory; they are new at each start and replace older files",
            "  --verbose                            print every message that devices send",
            "  --help                               print this",
            "Without a device there are two demo devices.");

    /** The ports; empty ones are not opened. */
    record Ports(int mqtt, int http, OptionalInt tls, OptionalInt webSocket, OptionalInt secureWebSocket) {}

    /** A device as the command line names it; its secret is not part of the text form. */
    record NamedDevice(String product, String device, String secret) {

        @Override
        public String toString() {
            return product + "/" + device;
        }
    }

    /** @throws IllegalArgumentException with one sentence for the user */
    static SimulatorOptions parse(String... args) {
        return new OptionsParser().parse(args);
    }
}
