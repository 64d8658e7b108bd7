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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The options as picocli reads and explains them. */
@Command(
        customSynopsis = "java -jar camel-iotcloud-simulator-VERSION-all.jar [OPTIONS]",
        description = "Simulates Tencent Cloud IoT Hub.",
        footer = "Without a device there are two demo devices.",
        sortOptions = false,
        usageHelpAutoWidth = false,
        usageHelpWidth = 110)
final class SimulatorCommand {

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = OptionValues.Port.class,
            description = "MQTT port, default 1883, 0 for any free one")
    private Integer mqttPort;

    @Option(
            names = "--tls",
            paramLabel = "N",
            converter = OptionValues.Port.class,
            description = "also MQTT over TLS on this port, usually 8883")
    private Integer tlsPort;

    @Option(
            names = "--ws",
            paramLabel = "N",
            converter = OptionValues.Port.class,
            description = "also MQTT over WebSocket on this port, usually 80")
    private Integer webSocketPort;

    @Option(
            names = "--wss",
            paramLabel = "N",
            converter = OptionValues.Port.class,
            description = "also MQTT over secure WebSocket on this port, usually 443")
    private Integer secureWebSocketPort;

    @Option(
            names = "--http",
            paramLabel = "N",
            converter = OptionValues.Port.class,
            description = "port of the cloud API, default 8080, 0 for any free one")
    private Integer httpPort;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "address to listen on, default 127.0.0.1; 0.0.0.0 for all of IPv4")
    private String host;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            converter = OptionValues.File.class,
            description = "a YAML or JSON file with products, devices and ports; other options win over it")
    private Path config;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            converter = OptionValues.File.class,
            description = "remember devices, shadows and sessions in this file; made when it is missing")
    private Path store;

    @Option(
            names = "--account",
            paramLabel = "ID/KEY",
            converter = OptionValues.Account.class,
            description = "SecretId and SecretKey of who may call the cloud API; may be repeated. Without one, "
                    + "signatures are not asked for")
    private final List<SimulatorOptions.Account> accounts = new ArrayList<>();

    @Option(
            names = "--device",
            paramLabel = "PRODUCT/DEVICE/SECRET",
            converter = OptionValues.Device.class,
            description = "a device and its Base64 secret; may be repeated")
    private final List<SimulatorOptions.NamedDevice> devices = new ArrayList<>();

    @Option(
            names = "--certificate-device",
            paramLabel = "PRODUCT/DEVICE",
            converter = OptionValues.CertificateDevice.class,
            description = "a device with a certificate, for --tls and --wss; may be repeated")
    private final List<DeviceIdentity> certificateDevices = new ArrayList<>();

    @Option(
            names = "--certificates",
            paramLabel = "DIR",
            converter = OptionValues.Directory.class,
            description = "write ca.crt, and .crt and .key of each certificate device, to this directory; they are "
                    + "new at each start and replace older files")
    private Path certificates;

    @Option(names = "--verbose", description = "print every message that devices send")
    private boolean verbose;

    @Option(names = "--help", usageHelp = true, description = "print this")
    private boolean help;

    private SimulatorCommand() {}

    /** For the manual and for {@link #usage}. */
    static CommandLine commandLine() {
        return commandLine(new SimulatorCommand());
    }

    private static CommandLine commandLine(SimulatorCommand command) {
        return new CommandLine(command)
                .setOverwrittenOptionsAllowed(true)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false);
    }

    static String usage() {
        return commandLine()
                .setSeparator(" ")
                .getUsageMessage(CommandLine.Help.Ansi.OFF)
                .stripTrailing();
    }

    static SimulatorOptions parse(String... args) {
        SimulatorCommand command = new SimulatorCommand();
        try {
            commandLine(command).parseArgs(args);
        } catch (MissingParameterException e) {
            throw new IllegalArgumentException("Option " + name(e.getMissing().get(0)) + " needs a value, try --help.");
        } catch (UnmatchedArgumentException e) {
            throw new IllegalArgumentException(
                    "Unknown option " + e.getUnmatched().get(0) + ", try --help.");
        } catch (ParameterException e) {
            throw explained(e);
        }
        return command.options();
    }

    private static IllegalArgumentException explained(ParameterException e) {
        if (e.getCause() instanceof OptionValues.BadValueException bad) {
            return bad.forOption(name(e.getArgSpec()));
        }
        // not picocli's own words, which quote the value, and that may be a secret
        return e.getCause() instanceof IllegalArgumentException bad
                ? bad
                : new IllegalArgumentException("Option " + name(e.getArgSpec()) + " is wrong, try --help.");
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : "";
    }

    private SimulatorOptions options() {
        return new SimulatorOptions(
                Optional.ofNullable(host),
                new SimulatorOptions.Ports(
                        port(mqttPort), port(httpPort), port(tlsPort), port(webSocketPort), port(secureWebSocketPort)),
                Optional.ofNullable(config),
                Optional.ofNullable(store),
                List.copyOf(accounts),
                List.copyOf(devices),
                List.copyOf(certificateDevices),
                Optional.ofNullable(certificates),
                verbose,
                help);
    }

    private static OptionalInt port(Integer port) {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
