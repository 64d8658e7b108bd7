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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.cameliotcloud.benchmarks.harness.ChildJvm;
import io.github.cameliotcloud.benchmarks.harness.Contest;
import io.github.cameliotcloud.benchmarks.harness.Row;

/** A smaller fleet with each transport, on the JDK of this JVM and on a newer one with virtual threads. */
final class TransportRows {

    private static final String VIRTUAL = "-Dcamel.threads.virtual.enabled=true";

    private final FleetSettings settings;

    TransportRows(FleetSettings settings) {
        this.settings = settings;
    }

    void run() throws Exception {
        for (Path javaHome : settings.javaHomes()) {
            boolean other = !javaHome.equals(ChildJvm.thisJdk());
            rows(other ? "fleet-few-virtual" : "fleet-few", javaHome, other ? List.of(VIRTUAL) : List.of());
        }
    }

    private void rows(String name, Path javaHome, List<String> jvmOptions) throws Exception {
        Map<String, ConnectTurn> turns = new LinkedHashMap<>();
        Contest contest = new Contest(name, 1, settings.runs());
        for (String transport : List.of("hivemq", "paho")) {
            ClientSettings client =
                    new ClientSettings("route", transport, ClientSettings.USUAL_RATE, settings.fewDevices(), 0);
            ConnectTurn turn = new ConnectTurn(Side.start(client, javaHome, jvmOptions), settings.fewDevices());
            turns.put(transport, turn);
            contest.with(transport, turn);
        }
        String remark = "devices=" + settings.fewDevices() + " jdk=" + javaHome.getFileName();
        Row seconds = contest.run();
        FleetBenchmark.print(seconds, "unit=s " + remark);
        print(name + "-threads", turns, ConnectTurn::threads, remark);
        print(name + "-heap-kb-per-device", turns, ConnectTurn::heap, remark);
        print(name + "-rss-mb", turns, ConnectTurn::resident, remark);
    }

    private static void print(
            String name, Map<String, ConnectTurn> turns, Function<ConnectTurn, List<Double>> value, String remark) {
        Map<String, List<Double>> results = new LinkedHashMap<>();
        turns.forEach((transport, turn) -> results.put(transport, value.apply(turn)));
        FleetBenchmark.print(new Row(name, results), remark);
    }
}
