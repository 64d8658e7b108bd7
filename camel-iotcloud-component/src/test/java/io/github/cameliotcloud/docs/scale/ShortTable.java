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

import java.util.function.LongFunction;

/** The two fleets of the question. */
final class ShortTable {

    private static final double RATE = 1000;

    private final Inputs in;

    ShortTable(Inputs in) {
        this.in = in;
    }

    String answers() {
        Table table = new Table("5,2,2", "", "100,000 devices", "10,000,000 devices");
        row(table, "Nodes, a tenth of them spare", devices -> Table.number(in.nodes(devices)));
        row(table, "Memory of all nodes, TLS", this::memory);
        row(table, "Processors while nothing happens", devices -> Table.number(in.idleProcessors(devices)));
        row(table, "Processors while 1,000 a second connect, TLS", devices -> processors());
        row(table, "Processor time of a TLS handshake, on the node", devices -> handshake());
        row(
                table,
                "Until all are back, when the cloud takes 1,000 a second",
                devices -> Table.time(in.secondsBack(devices, RATE)));
        row(table, "PINGREQ a second with `keepAlive=60`", devices -> Table.number(devices / in.of("keep-alive")));
        row(table, "Source addresses, default ports of Linux", this::addresses);
        row(table, "Products, paid account of edition L", devices -> products(devices, "l"));
        row(table, "Products, edition A", devices -> products(devices, "a"));
        row(
                table,
                "To set desired of all once, over the cloud API",
                devices -> Table.time(devices / in.of("update-shadow")));
        return table.toString();
    }

    private void row(Table table, String what, LongFunction<String> value) {
        table.row(what, value.apply(100_000), value.apply(10_000_000));
    }

    private String memory(long devices) {
        return Table.memory(in.nodes(devices) * in.processMb((long) in.of("devices-per-node")));
    }

    private String processors() {
        return Table.number(RATE * in.of("connect-ms-tls") / 1000);
    }

    private String handshake() {
        return Table.number(in.of("connect-ms-tls") - in.of("connect-ms-tcp")) + " ms";
    }

    private String addresses(long devices) {
        return Table.number(Inputs.up(devices / in.of("devices-per-node")));
    }

    private String products(long devices, String edition) {
        double most = in.of("products-" + edition);
        return Table.number(Inputs.up(devices / in.of("product-devices-" + edition))) + " of " + Table.number(most);
    }
}
