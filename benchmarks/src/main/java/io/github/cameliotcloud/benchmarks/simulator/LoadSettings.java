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

import java.util.Arrays;

/**
 * How heavy the load is, from arguments of the form {@code --name=number}.
 *
 * @param devices connected devices, 1 to 50,000
 * @param runs how often each kind of traffic is measured, 1 to 100
 * @param seconds length of a run, 1 to 600
 * @param heapMb the greatest heap of the simulator's JVM, 64 to 65,536
 */
record LoadSettings(int devices, int runs, int seconds, int heapMb) {

    private static final LoadSettings USUAL = new LoadSettings(10_000, 5, 5, 512);

    LoadSettings {
        require("devices", devices, 1, 50_000);
        require("runs", runs, 1, 100);
        require("seconds", seconds, 1, 600);
        require("heap-mb", heapMb, 64, 65_536);
    }

    /** @throws IllegalArgumentException with one sentence for the user */
    static LoadSettings parse(String... arguments) {
        LoadSettings settings = USUAL;
        for (String argument : arguments) {
            settings = settings.with(argument);
        }
        return settings;
    }

    private LoadSettings with(String argument) {
        String[] parts = argument.split("=", 2);
        int number = number(parts);
        return switch (parts[0]) {
            case "--devices" -> new LoadSettings(number, runs, seconds, heapMb);
            case "--runs" -> new LoadSettings(devices, number, seconds, heapMb);
            case "--seconds" -> new LoadSettings(devices, runs, number, heapMb);
            case "--heap-mb" -> new LoadSettings(devices, runs, seconds, number);
            default -> throw usage(argument);
        };
    }

    private static int number(String... parts) {
        try {
            return Integer.parseInt(parts[parts.length - 1]);
        } catch (NumberFormatException e) {
            throw usage(String.join("=", Arrays.asList(parts)));
        }
    }

    private static IllegalArgumentException usage(String argument) {
        return new IllegalArgumentException(
                "Options are --devices=N --runs=N --seconds=N --heap-mb=N, but this was given: " + argument);
    }

    private static void require(String name, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException("--" + name + " is " + least + " to " + greatest + ", not " + value);
        }
    }
}
