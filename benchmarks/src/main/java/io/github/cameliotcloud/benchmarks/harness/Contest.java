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
package io.github.cameliotcloud.benchmarks.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets contestants take turns in one JVM and one run of the program, so that what else the machine does meets all of them.
 * The first turns are for warming up and do not count.
 */
public final class Contest {

    /** The contestant that this project is about. */
    public static final String US = "us";
    /** The bare MQTT client. */
    public static final String RAW = "raw";
    /** The other way to do it in Camel. */
    public static final String PEER = "peer";

    private final String row;
    private final int warmUps;
    private final int runs;
    private final Map<String, Contestant> contestants = new LinkedHashMap<>();

    /** @param row the name of the row */
    public Contest(String row, int warmUps, int runs) {
        this.row = row;
        this.warmUps = warmUps;
        this.runs = runs;
    }

    /** @param name {@link #US}, {@link #RAW} or {@link #PEER} */
    public Contest with(String name, Contestant contestant) {
        contestants.put(name, contestant);
        return this;
    }

    /** Runs all of them, and closes them. */
    public Row run() throws Exception {
        Map<String, List<Double>> results = new LinkedHashMap<>();
        try {
            for (int turn = 0; turn < warmUps + runs; turn++) {
                for (Map.Entry<String, Contestant> contestant : contestants.entrySet()) {
                    double result = contestant.getValue().run();
                    if (turn >= warmUps) {
                        results.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
                                .add(result);
                    }
                }
            }
        } finally {
            for (Contestant contestant : contestants.values()) {
                contestant.close();
            }
        }
        return new Row(row, results);
    }
}
