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
package io.github.cameliotcloud.docs.scale;

import java.util.List;

import io.github.cameliotcloud.session.SimulatedReconnect;
import io.github.cameliotcloud.session.SimulatedReconnect.Result;

/** How a whole region comes back. */
final class ReconnectTables {

    private static final List<Double> RATES = List.of(50.0, 100.0, 300.0, 1000.0);
    private static final List<Double> LIMITS = List.of(500.0, 1000.0, 2000.0, 5000.0);

    private final Inputs in;

    ReconnectTables(Inputs in) {
        this.in = in;
    }

    /** The runs of the benchmark, by arithmetic, by simulation and measured. */
    String check() {
        int rate = (int) in.of("bench-rate");
        Table table = new Table(
                "4,1,2,2,2",
                "Three nodes, " + Table.number(in.of("bench-devices")) + " devices",
                "Away",
                "Arithmetic",
                "Simulated",
                "Measured");
        double all = in.of("bench-nodes") * rate;
        table.row(
                "Connects a second on average, limit " + rate,
                Table.time(in.of("away")),
                Table.number(all),
                "–",
                measured("average"));
        check(table, ", limit " + rate, "", rate);
        check(table, ", no limit", "-no-limit", 0);
        check(table, ", limit " + rate, "-outage", rate);
        check(table, ", no limit", "-outage-no-limit", 0);
        return table.toString();
    }

    private void check(Table table, String what, String suffix, int rate) {
        long devices = (long) in.of("bench-devices");
        double all = in.of("bench-nodes") * rate;
        double away = in.of("away" + suffix);
        Result simulated = SimulatedReconnect.run((int) in.of("bench-nodes"), devices, rate, away);
        boolean known = suffix.isEmpty();
        table.row(
                "Greatest second" + what,
                Table.time(away),
                known ? Table.number(all) : "–",
                Table.number(simulated.peak()),
                measured("peak" + suffix));
        table.row(
                "From the loss until all are back" + what,
                Table.time(away),
                known ? Table.time(in.secondsBack(devices, all)) : "–",
                Table.time(simulated.seconds()),
                Table.time(in.of("back" + suffix)));
    }

    private String measured(String input) {
        return Table.number(in.of(input));
    }

    String simulated() {
        Table table = new Table(
                "2,1,2,1,2,2,2",
                "Devices",
                "Nodes",
                "`maxConnectRate`",
                "Away",
                "All nodes together",
                "Greatest second",
                "Back, after the region");
        simulated(table, 100_000, 1000, 1);
        simulated(table, 100_000, 1000, 600);
        simulated(table, 100_000, 0, 600);
        simulated(table, 1_000_000, 1000, 600);
        return table.toString();
    }

    private void simulated(Table table, long devices, double limit, double away) {
        long nodes = in.nodes(devices);
        long rate = rate(limit, nodes);
        Result result = SimulatedReconnect.run((int) nodes, devices, (int) rate, away);
        table.row(
                Table.number(devices),
                Table.number(nodes),
                rate == 0 ? "0, no limit" : Table.number(rate),
                Table.time(away),
                rate == 0 ? "–" : Table.number(rate * nodes) + "/s",
                Table.number(result.peak()),
                Table.time(result.seconds() - away));
    }

    String back() {
        Table table =
                new Table("2,1,2,2,2,2", "Devices", "Nodes", "50 a node", "100 a node", "300 a node", "1,000 a node");
        for (long devices : Inputs.FLEETS) {
            long nodes = in.nodes(devices);
            List<String> cells = RATES.stream()
                    .map(rate ->
                            Table.number(nodes * rate) + "/s: " + Table.time(in.secondsBack(devices, nodes * rate)))
                    .toList();
            table.row(
                    Table.number(devices), Table.number(nodes), cells.get(0), cells.get(1), cells.get(2), cells.get(3));
        }
        return table.toString();
    }

    String limits() {
        Table table = new Table(
                "2,2,2,2,2",
                "Devices",
                "Nodes",
                "Limit of the cloud, all together",
                "`maxConnectRate`",
                "All are back after");
        for (long devices : Inputs.FLEETS) {
            long nodes = in.nodes(devices);
            for (double limit : LIMITS) {
                long rate = rate(limit, nodes);
                table.row(
                        Table.number(devices),
                        Table.number(nodes),
                        Table.number(limit) + "/s",
                        rate == 0 ? "none: one a second and node is more" : Table.number(rate),
                        rate == 0 ? "–" : Table.time(in.secondsBack(devices, (double) nodes * rate)));
            }
        }
        return table.toString();
    }

    /** The whole number that keeps all nodes together below a limit, also in the greatest second. */
    private long rate(double limit, long nodes) {
        return (long) (limit / (nodes * in.reserve()));
    }
}
