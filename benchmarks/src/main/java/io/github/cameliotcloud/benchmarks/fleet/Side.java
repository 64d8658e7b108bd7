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
package io.github.cameliotcloud.benchmarks.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.cameliotcloud.benchmarks.harness.ChildJvm;
import io.github.cameliotcloud.benchmarks.simulator.SimulatorProcess;

/**
 * A contestant: a JVM with devices, and a JVM with the simulator that they connect to. A simulator each, so that both
 * sides can be connected at the same time.
 */
final class Side implements AutoCloseable {

    private static final int SIMULATOR_HEAP_MB = 512;
    private static final double NANOS = 1e9;
    private static final double KB = 1024;

    private final int devices;
    private final SimulatorProcess simulator;
    private final ChildJvm client;
    private long expected;

    private Side(int devices, SimulatorProcess simulator, ChildJvm client) {
        this.devices = devices;
        this.simulator = simulator;
        this.client = client;
    }

    static Side bare(int devices) {
        return start(new ClientSettings("bare", "hivemq", 0, devices, 0), ChildJvm.thisJdk(), List.of());
    }

    static Side route(int devices, int connectRate) {
        return start(new ClientSettings("route", "hivemq", connectRate, devices, 0), ChildJvm.thisJdk(), List.of());
    }

    /** @param settings without a port */
    static Side start(ClientSettings settings, Path javaHome, List<String> jvmOptions) {
        SimulatorProcess simulator = new SimulatorProcess(settings.devices(), SIMULATOR_HEAP_MB);
        simulator.desireOfAll();
        List<String> options = new ArrayList<>(List.of("-Xmx1g"));
        options.addAll(jvmOptions);
        options.addAll(extraOptions());
        ClientSettings complete = new ClientSettings(
                settings.way(), settings.transport(), settings.connectRate(), settings.devices(), simulator.port());
        ChildJvm client = new ChildJvm(javaHome, options, DevicesUnderTest.class, complete.arguments());
        return new Side(settings.devices(), simulator, client);
    }

    /** For profilers: the system property {@code fleet.jvm}, options with blanks between them. */
    private static List<String> extraOptions() {
        String options = System.getProperty("fleet.jvm", "");
        return options.isEmpty() ? List.of() : List.of(options.split(" "));
    }

    /** @return seconds until all were connected, subscribed and had their first answer */
    double connect() {
        expected = devices;
        return Double.parseDouble(ask("connect"));
    }

    void disconnect() {
        ask("disconnect");
    }

    double usedHeapKb() {
        return Long.parseLong(ask("heap")) / KB;
    }

    double cpuSeconds() {
        return Long.parseLong(ask("cpu")) / NANOS;
    }

    long threads() {
        return client.threads();
    }

    double residentKb() {
        return client.residentMemory() / KB;
    }

    /**
     * Sends a delta to each device.
     *
     * @return seconds until all have come
     */
    double deltaToAll() {
        expected += devices;
        long begin = System.nanoTime();
        simulator.desireOfAll();
        ask("await " + expected);
        double seconds = (System.nanoTime() - begin) / NANOS;
        long came = Long.parseLong(ask("deltas"));
        if (came != expected) {
            throw new IllegalStateException(came + " deltas came instead of " + expected);
        }
        return seconds;
    }

    private String ask(String command) {
        String answer = client.ask(command);
        if (answer.startsWith("failed")) {
            throw new IllegalStateException(command + ": " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
