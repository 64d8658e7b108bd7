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

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.cameliotcloud.simulator.SimulatorOptions.NamedDevice;
import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;

/** Runs the simulator as a program until it is stopped; {@code --help} prints the options. */
public final class SimulatorMain {

    private static final int EXIT_BAD_USE = 2;
    private static final int SECRET_BYTES = 16;

    private SimulatorMain() {}

    /** Exits with 2 and one sentence on a bad option or a port in use. */
    public static void main(String[] args) {
        try {
            run(System.out, args)
                    .ifPresent(simulator ->
                            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "simulator-shutdown")));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(EXIT_BAD_USE);
        }
    }

    /** Starts what the options ask for; empty when they only ask for help. */
    static Optional<IotCloudSimulator> run(PrintStream out, String... args) {
        SimulatorOptions options = SimulatorOptions.parse(args);
        if (options.help()) {
            out.println(SimulatorOptions.USAGE);
            return Optional.empty();
        }
        List<NamedDevice> devices =
                options.devices().isEmpty() && options.certificateDevices().isEmpty()
                        ? demoDevices()
                        : options.devices();
        IotCloudSimulatorBuilder builder = builder(options);
        devices.forEach(device -> builder.device(device.product(), device.device(), device.secret()));
        if (options.verbose()) {
            builder.onReceived(message -> out.println(message.at() + " " + message.topic() + " " + message.text()));
        }
        IotCloudSimulator simulator = builder.start();
        new StartMessage(out, simulator).print(options, devices);
        return Optional.of(simulator);
    }

    private static IotCloudSimulatorBuilder builder(SimulatorOptions options) {
        SimulatorOptions.Ports ports = options.ports();
        IotCloudSimulatorBuilder builder =
                IotCloudSimulator.builder().mqttPort(ports.mqtt()).httpPort(ports.http());
        ports.tls().ifPresent(builder::tlsPort);
        ports.webSocket().ifPresent(builder::webSocketPort);
        ports.secureWebSocket().ifPresent(builder::secureWebSocketPort);
        options.certificateDevices().forEach(device -> builder.certificateDevice(device.product(), device.device()));
        options.certificates().ifPresent(directory -> {
            CertificateAuthority authority = CertificateAuthority.create();
            new CertificateFiles(directory).write(authority, options.certificateDevices());
            builder.certificateAuthority(authority);
        });
        return builder;
    }

    private static List<NamedDevice> demoDevices() {
        SecureRandom random = new SecureRandom();
        return Stream.of("demo-1", "demo-2")
                .map(name -> new NamedDevice("DEMO000001", name, randomSecret(random)))
                .toList();
    }

    private static String randomSecret(SecureRandom random) {
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
