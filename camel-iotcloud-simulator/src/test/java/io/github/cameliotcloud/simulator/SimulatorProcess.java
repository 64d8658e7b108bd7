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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A simulator in a process of its own, with a file that remembers, which sends messages to a device that is away. */
final class SimulatorProcess implements AutoCloseable {

    static final String AWAY = "away";
    private static final String PRODUCT = "ABC1234567";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";
    private static final String ACCEPTED = "accepted ";
    private static final int MESSAGES = 140;

    private final Process process;
    private final Path output;

    private SimulatorProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static SimulatorProcess started(Path store, List<String> devices) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorProcess.class.getName(),
                "--store",
                store.toString(),
                "--port",
                "0",
                "--http",
                "0",
                "--device",
                PRODUCT + "/" + AWAY + "/" + SECRET));
        devices.forEach(device -> command.addAll(List.of("--device", PRODUCT + "/" + device + "/" + SECRET)));
        // a file, as the pipe of a process that is killed is closed with all that is in it
        Path output = store.resolveSibling("output.txt");
        return new SimulatorProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** What runs in the process. */
    public static void main(String... options) {
        IotCloudSimulator simulator = SimulatorMain.run(System.out, options).orElseThrow();
        try (StreamingDevice away = new StreamingDevice(simulator.mqttPort(), PRODUCT, AWAY, SECRET)) {
            away.connect(false);
            away.subscribe(PRODUCT + "/" + AWAY + "/control");
        }
        while (simulator.connections(PRODUCT, AWAY) > 0) {
            Thread.onSpinWait();
        }
        for (int number = 1; number <= MESSAGES; number++) {
            simulator.publishControl(PRODUCT, AWAY, String.valueOf(number));
            System.out.println(ACCEPTED + number);
        }
    }

    StreamingDevice device(String product, String name) throws IOException {
        await().until(() -> lastNumber("MQTT      tcp://127.0.0.1:") > 0);
        return new StreamingDevice(lastNumber("MQTT      tcp://127.0.0.1:"), product, name, SECRET);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** How many messages were accepted so far. */
    int acceptedMessages() throws IOException {
        return lastNumber(ACCEPTED);
    }

    // in the last whole line that starts like this, 0 when there is none
    private int lastNumber(String start) throws IOException {
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToInt(line -> Integer.parseInt(line.substring(start.length())))
                .reduce(0, (earlier, later) -> later);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
