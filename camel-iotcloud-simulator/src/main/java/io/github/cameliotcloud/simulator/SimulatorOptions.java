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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The command line of {@link SimulatorMain}.
 *
 * @param mqttPort port for devices
 * @param httpPort port of the cloud API
 * @param devices the devices named; none means demo devices
 * @param verbose whether to print what devices send
 * @param help whether to print the options and leave
 */
record SimulatorOptions(int mqttPort, int httpPort, List<NamedDevice> devices, boolean verbose, boolean help) {

    static final String USAGE = String.join(
            System.lineSeparator(),
            "Simulates Tencent Cloud IoT Hub. Options:",
            "  --port N                        MQTT port, default 1883, 0 for any free one",
            "  --http N                        port of the cloud API, default 8080, 0 for any free one",
            "  --device PRODUCT/DEVICE/SECRET  a device and its Base64 secret; may be repeated;",
            "                                  without it there are two demo devices",
            "  --verbose                       print every message that devices send",
            "  --help                          print this");

    /** A device as the command line names it; its secret is not part of the text form. */
    record NamedDevice(String product, String device, String secret) {

        @Override
        public String toString() {
            return product + "/" + device;
        }
    }

    /** @throws IllegalArgumentException with one sentence for the user */
    static SimulatorOptions parse(String... args) {
        int mqttPort = 1883;
        int httpPort = 8080;
        List<NamedDevice> devices = new ArrayList<>();
        boolean verbose = false;
        boolean help = false;
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--port" -> mqttPort = port(option, value(option, rest));
                case "--http" -> httpPort = port(option, value(option, rest));
                case "--device" -> devices.add(device(value(option, rest)));
                case "--verbose" -> verbose = true;
                case "--help" -> help = true;
                default -> throw new IllegalArgumentException("Unknown option " + option + ", try --help.");
            }
        }
        return new SimulatorOptions(mqttPort, httpPort, List.copyOf(devices), verbose, help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("Option " + option + " needs a value, try --help.");
        }
        return rest.next();
    }

    private static int port(String option, String value) {
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
}
