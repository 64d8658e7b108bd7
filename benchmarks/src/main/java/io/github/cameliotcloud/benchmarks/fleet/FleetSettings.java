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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cameliotcloud.benchmarks.harness.ChildJvm;

/**
 * Options of {@link FleetBenchmark}.
 *
 * @param devices      how many in most rows
 * @param fewDevices   how many in the row transports
 * @param runs         that are counted
 * @param idleSeconds  length of one idle run
 * @param rows         which of connect, delta, idle, transports
 * @param otherJavaHome a newer JDK for the row transports, or null
 */
record FleetSettings(int devices, int fewDevices, int runs, int idleSeconds, List<String> rows, Path otherJavaHome) {

    private static final String USAGE =
            "Options are --devices=N --few-devices=N --runs=N --idle-seconds=N --rows=connect,delta,idle,transports"
                    + " --other-java-home=PATH, but this was given: ";

    /** @throws IllegalArgumentException with one sentence for the user */
    static FleetSettings parse(String... arguments) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "--devices", "10000",
                "--few-devices", "1000",
                "--runs", "5",
                "--idle-seconds", "60",
                "--rows", "connect,delta,idle,transports",
                "--other-java-home", ""));
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !values.containsKey(parts[0])) {
                throw new IllegalArgumentException(USAGE + argument);
            }
            values.put(parts[0], parts[1]);
        }
        try {
            String other = values.get("--other-java-home");
            return new FleetSettings(
                    Integer.parseInt(values.get("--devices")),
                    Integer.parseInt(values.get("--few-devices")),
                    Integer.parseInt(values.get("--runs")),
                    Integer.parseInt(values.get("--idle-seconds")),
                    Arrays.asList(values.get("--rows").split(",")),
                    other.isEmpty() ? null : Path.of(other));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(USAGE + String.join(" ", arguments), e);
        }
    }

    List<Path> javaHomes() {
        return otherJavaHome == null ? List.of(ChildJvm.thisJdk()) : List.of(ChildJvm.thisJdk(), otherJavaHome);
    }
}
