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

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.github.cameliotcloud.simulator.SimulatorOptions.NamedDevice;
import io.github.cameliotcloud.simulator.SimulatorOptions.Ports;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/** Reads one command line. */
final class OptionsParser {

    private int mqttPort = 1883;
    private int httpPort = 8080;
    private OptionalInt tlsPort = OptionalInt.empty();
    private OptionalInt webSocketPort = OptionalInt.empty();
    private OptionalInt secureWebSocketPort = OptionalInt.empty();
    private final List<NamedDevice> devices = new ArrayList<>();
    private final List<DeviceIdentity> certificateDevices = new ArrayList<>();
    private Optional<Path> certificates = Optional.empty();
    private boolean verbose;
    private boolean help;

    SimulatorOptions parse(String... args) {
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--port" -> mqttPort = port(option, rest);
                case "--tls" -> tlsPort = OptionalInt.of(port(option, rest));
                case "--ws" -> webSocketPort = OptionalInt.of(port(option, rest));
                case "--wss" -> secureWebSocketPort = OptionalInt.of(port(option, rest));
                case "--http" -> httpPort = port(option, rest);
                case "--device" -> devices.add(device(value(option, rest)));
                case "--certificate-device" -> certificateDevices.add(certificateDevice(value(option, rest)));
                case "--certificates" -> certificates = Optional.of(directory(value(option, rest)));
                case "--verbose" -> verbose = true;
                case "--help" -> help = true;
                default -> throw new IllegalArgumentException("Unknown option " + option + ", try --help.");
            }
        }
        requireWayForCertificateDevices();
        return new SimulatorOptions(
                new Ports(mqttPort, httpPort, tlsPort, webSocketPort, secureWebSocketPort),
                List.copyOf(devices),
                List.copyOf(certificateDevices),
                certificates,
                verbose,
                help);
    }

    private void requireWayForCertificateDevices() {
        boolean secure = tlsPort.isPresent() || secureWebSocketPort.isPresent();
        if (!certificateDevices.isEmpty() && !(secure && certificates.isPresent())) {
            throw new IllegalArgumentException(
                    "Option --certificate-device needs --tls or --wss, and --certificates for its files.");
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("Option " + option + " needs a value, try --help.");
        }
        return rest.next();
    }

    private static int port(String option, Iterator<String> rest) {
        String value = value(option, rest);
        try {
            return Requirements.port(Integer.parseInt(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Option " + option + " needs a port from 0 to 65535, not " + value + ".");
        }
    }

    // the secret comes last as Base64 may hold slashes
    private static NamedDevice device(String value) {
        String[] parts = value.split("/", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("Option --device needs PRODUCT/DEVICE/SECRET.");
        }
        return new NamedDevice(parts[0], parts[1], parts[2]);
    }

    private static DeviceIdentity certificateDevice(String value) {
        String[] parts = value.split("/", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("Option --certificate-device needs PRODUCT/DEVICE.");
        }
        return new DeviceIdentity(parts[0], parts[1]);
    }

    private static Path directory(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("Option --certificates needs a directory, not " + value + ".");
        }
    }
}
