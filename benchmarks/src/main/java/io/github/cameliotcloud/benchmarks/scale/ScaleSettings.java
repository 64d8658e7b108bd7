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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to measure. */
record ScaleSettings(Map<String, String> values) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "--rows", "list,tls,reconnect",
            "--nodes", "3",
            "--shards", "12",
            "--devices", "9000",
            "--rate", "300",
            "--runs", "3",
            "--outage-seconds", "12",
            "--tls-devices", "2000",
            "--tls-runs", "3",
            "--list-devices", "500000");

    /** @throws IllegalArgumentException with one sentence for the user */
    static ScaleSettings parse(String... arguments) {
        Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            boolean number = !parts[0].equals("--rows");
            if (parts.length != 2 || !DEFAULTS.containsKey(parts[0]) || number && !parts[1].matches("[0-9]{1,7}")) {
                throw new IllegalArgumentException("Options are " + DEFAULTS.keySet()
                        + ", such as --rows=reconnect,tls or --devices=9000," + " but this was given: " + argument);
            }
            values.put(parts[0], parts[1]);
        }
        return new ScaleSettings(values);
    }

    List<String> rows() {
        return Arrays.asList(values.get("--rows").split(","));
    }

    int nodes() {
        return number("--nodes");
    }

    int shards() {
        return number("--shards");
    }

    int devices() {
        return number("--devices");
    }

    int rate() {
        return number("--rate");
    }

    int runs() {
        return number("--runs");
    }

    int outageSeconds() {
        return number("--outage-seconds");
    }

    int tlsDevices() {
        return number("--tls-devices");
    }

    int tlsRuns() {
        return number("--tls-runs");
    }

    int listDevices() {
        return number("--list-devices");
    }

    private int number(String option) {
        return Integer.parseInt(values.get(option));
    }
}
