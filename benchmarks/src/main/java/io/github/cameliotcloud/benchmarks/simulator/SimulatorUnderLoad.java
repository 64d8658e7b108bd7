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
package io.github.cameliotcloud.benchmarks.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.benchmarks.harness.Usage;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/**
 * The main class of the simulator's own JVM. Prints its port, and then answers each line of its input with one line; ends
 * with its input.
 */
public final class SimulatorUnderLoad {

    private SimulatorUnderLoad() {}

    /** @param arguments the number of devices */
    public static void main(String... arguments) throws IOException {
        int devices = Integer.parseInt(arguments[0]);
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();
        IntStream.range(0, devices)
                .forEach(i -> builder.device(LoadDevices.PRODUCT, LoadDevices.name(i), LoadDevices.SECRET));
        try (IotCloudSimulator simulator = builder.start();
                DownlinkSource downlinks = new DownlinkSource(simulator, devices);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            System.out.println(simulator.mqttPort());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(answer(line, simulator, downlinks));
            }
        }
    }

    private static String answer(String command, IotCloudSimulator simulator, DownlinkSource downlinks) {
        return switch (command) {
            case "desire" -> downlinks.desireOfAll();
            case "connections" -> String.valueOf(simulator.totalConnections());
            case "cpu" -> String.valueOf(Usage.cpuNanos());
            case "heap" -> String.valueOf(Usage.usedHeap());
            case "send" -> downlinks.run(true);
            case "pause" -> downlinks.run(false);
            default -> "unknown command " + command;
        };
    }
}
