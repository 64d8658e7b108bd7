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
package io.github.cameliotcloud.examples.shadowtokafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/** The cloud with some devices, and the file with their secrets. */
final class SimulatedCloud implements AutoCloseable {

    static final String PRODUCT = "ABC1234567";

    private final IotCloudSimulator simulator;
    private final List<String> devices;
    private final Path secretsFile;

    private SimulatedCloud(IotCloudSimulator simulator, List<String> devices, Path secretsFile) {
        this.simulator = simulator;
        this.devices = devices;
        this.secretsFile = secretsFile;
    }

    static SimulatedCloud start(List<String> devices) throws IOException {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();
        devices.forEach(device -> builder.device(PRODUCT, device));
        IotCloudSimulator simulator = builder.start();
        Path file = Files.createTempFile("secrets", ".properties");
        simulator.secrets().writeTo(file);
        return new SimulatedCloud(simulator, devices, file);
    }

    IotCloudSimulator simulator() {
        return simulator;
    }

    List<String> devices() {
        return devices;
    }

    Path secretsFile() {
        return secretsFile;
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        Files.delete(secretsFile);
    }
}
