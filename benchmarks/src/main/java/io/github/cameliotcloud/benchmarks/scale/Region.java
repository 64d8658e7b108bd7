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
package io.github.cameliotcloud.benchmarks.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.benchmarks.simulator.LoadDevices;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/**
 * The main class of the JVM that plays a region of the cloud. Prints its two ports and the file of its root certificate,
 * and then answers each line of its input with one line; ends with its input.
 */
public final class Region {

    private final IotCloudSimulator simulator;
    private final int devices;
    private final AttemptSamples samples;
    private int round;

    private Region(IotCloudSimulator simulator, int devices) {
        this.simulator = simulator;
        this.devices = devices;
        this.samples = new AttemptSamples(this::attempts);
    }

    /** @param arguments the number of devices, and the file for the root certificate */
    public static void main(String... arguments) throws IOException {
        int devices = Integer.parseInt(arguments[0]);
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder().tls();
        IntStream.range(0, devices)
                .forEach(i -> builder.device(LoadDevices.PRODUCT, LoadDevices.name(i), LoadDevices.SECRET));
        try (IotCloudSimulator simulator = builder.start();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            Files.writeString(Path.of(arguments[1]), simulator.certificates().certificatePem());
            Region region = new Region(simulator, devices);
            System.out.println(simulator.mqttPort() + " " + simulator.tlsPort());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(region.answer(line));
            }
        }
    }

    private String answer(String command) {
        switch (command) {
            case "away":
                simulator.faults().goAway();
                return "away";
            case "back":
                samples.begin();
                simulator.faults().comeBack();
                return "back";
            case "desire":
                desireOfAll();
                return "desired";
            case "samples":
                return samples.end();
            case "connections":
                return String.valueOf(simulator.totalConnections());
            default:
                return "unknown command " + command;
        }
    }

    private long attempts() {
        long attempts = 0;
        for (int i = 0; i < devices; i++) {
            attempts += simulator.connectAttempts(LoadDevices.PRODUCT, LoadDevices.name(i));
        }
        return attempts;
    }

    private void desireOfAll() {
        round++;
        for (int i = 0; i < devices; i++) {
            simulator.setDesired(
                    LoadDevices.PRODUCT, LoadDevices.name(i), "{\"power\":\"on\",\"level\":" + round + "}");
        }
    }
}
