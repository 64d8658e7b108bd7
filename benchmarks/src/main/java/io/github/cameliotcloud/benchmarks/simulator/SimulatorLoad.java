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

import java.util.function.LongSupplier;

import io.github.cameliotcloud.benchmarks.harness.Usage;

/**
 * Connects many devices to a simulator in another JVM, sends as many messages as it takes, and prints what came out. Exit
 * code 2 for a bad option or too few open files.
 */
public final class SimulatorLoad {

    private static final int OTHER_FILES = 500;
    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final long MB = 1024 * 1024;

    private SimulatorLoad() {}

    /** @param arguments see {@link LoadSettings} */
    public static void main(String... arguments) throws Exception {
        LoadSettings settings;
        try {
            settings = LoadSettings.parse(arguments);
            Usage.requireOpenFiles(settings.devices() + OTHER_FILES);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Traffic traffic = new Traffic();
        try (SimulatorProcess simulator = new SimulatorProcess(settings.devices(), settings.heapMb());
                DeviceFleet fleet = new DeviceFleet(traffic)) {
            connections(settings, simulator, fleet);
            uplink(settings, simulator, fleet, traffic);
            downlink(settings, simulator, traffic);
        }
    }

    private static void connections(LoadSettings settings, SimulatorProcess simulator, DeviceFleet fleet)
            throws Exception {
        long begin = System.nanoTime();
        fleet.connect(simulator.port(), settings.devices());
        double seconds = (System.nanoTime() - begin) / NANOS;
        System.out.printf(
                "bench: simulator-connections devices=%d seconds=%.1f heap=%dMB rss=%dMB%n",
                simulator.connections(), seconds, simulator.usedHeap() / MB, simulator.residentMemory() / MB);
    }

    private static void uplink(LoadSettings settings, SimulatorProcess simulator, DeviceFleet fleet, Traffic traffic)
            throws Exception {
        fleet.beginToPublish();
        measure("up", settings, simulator, traffic::acknowledgedCount);
        traffic.publish(false);
    }

    private static void downlink(LoadSettings settings, SimulatorProcess simulator, Traffic traffic) throws Exception {
        simulator.sendToAll(true);
        measure("down", settings, simulator, traffic::receivedCount);
        simulator.sendToAll(false);
    }

    private static void measure(
            String direction, LoadSettings settings, SimulatorProcess simulator, LongSupplier counter)
            throws InterruptedException {
        Rates.run(counter, settings.seconds()); // for warming up
        long messages = counter.getAsLong();
        long cpu = simulator.cpuNanos();
        Rates rates = Rates.measure(counter, settings);
        double micros = (simulator.cpuNanos() - cpu) / NANOS_PER_MICRO / (counter.getAsLong() - messages);
        System.out.printf(
                "bench: simulator-messages %s direction=%s qos=1 devices=%d cpu=%.1fus heap=%dMB rss=%dMB%n",
                rates,
                direction,
                settings.devices(),
                micros,
                simulator.usedHeap() / MB,
                simulator.residentMemory() / MB);
    }
}
