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
import java.util.Optional;

/** Runs the simulator as a program until it is stopped; {@code --help} prints the options. */
public final class SimulatorMain {

    private static final int EXIT_BAD_USE = 2;

    private SimulatorMain() {}

    /** Exits with 2 and one sentence on a bad option or file, or a port in use. */
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
            out.println(SimulatorCommand.usage());
            return Optional.empty();
        }
        CommandLineSetup setup = CommandLineSetup.of(options);
        IotCloudSimulatorBuilder builder = setup.builder();
        if (options.verbose()) {
            builder.onReceived(message -> out.println(message.at() + " " + message.topic() + " " + message.text()));
        }
        IotCloudSimulator simulator = builder.start();
        new StartMessage(out, simulator, setup.certificateFiles()).print();
        return Optional.of(simulator);
    }
}
