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
import java.util.function.LongFunction;

/** What a node needs, and how many of them a fleet needs. */
final class NodeTables {

    private static final double ALL = 1.0;

    private final Inputs in;

    NodeTables(Inputs in) {
        this.in = in;
    }

    String node() {
        Table table = new Table("4,2,2,2", "One node with", "10,000 devices", "20,000 devices", "50,000 devices");
        row(table, "Heap in use, TCP", devices -> Table.memory(in.heapMb(devices, "tcp")));
        row(table, "Heap in use, TLS", devices -> Table.memory(in.heapMb(devices, "tls")));
        row(table, "Heap limit (`-Xmx`), TLS", devices -> Table.memory(in.heapLimitMb(devices)));
        row(table, "Sockets in the kernel", devices -> Table.memory(in.of("kernel-kb") * devices / 1024));
        row(table, "Memory of process and sockets, TLS", devices -> Table.memory(in.processMb(devices)));
        row(table, "Open files (`ulimit -n`)", devices -> Table.number(devices + in.of("other-files")));
        row(table, "Of the source ports, default range", devices -> ports(devices, "port"));
        row(table, "Of the source ports, 1024 to 65535", devices -> ports(devices, "wide-port"));
        row(table, "PINGREQ a second", devices -> Table.number(devices / in.of("keep-alive")));
        row(table, "Processors, idle", devices -> Table.percent(in.idleProcessors(devices)));
        row(table, "Processor time to connect all, TCP", devices -> processorTime(devices, "tcp"));
        row(table, "Processor time to connect all, TLS", devices -> processorTime(devices, "tls"));
        return table.toString();
    }

    private void row(Table table, String what, LongFunction<String> value) {
        table.row(what, value.apply(10_000), value.apply(20_000), value.apply(50_000));
    }

    private String ports(long devices, String range) {
        double part = devices / (in.of(range + "-last") - in.of(range + "-first") + 1);
        return Table.percent(part) + (part > ALL ? ": does not fit" : "");
    }

    private String processorTime(long devices, String transport) {
        return Table.time(devices * in.of("connect-ms-" + transport) / 1000);
    }

    String fleets() {
        Table table = new Table(
                "2,2,1,2,2,1,1,1,1",
                "Devices",
                "A node serves",
                "Nodes",
                "Heap in use, TLS",
                "Memory of all nodes",
                "Processors, idle",
                "Source addresses",
                "Products, edition A",
                "Products, edition L, paid");
        for (long devices : Inputs.FLEETS) {
            for (double most : List.of(in.of("devices-per-node"), in.of("devices-per-wide-node"))) {
                long nodes = in.nodes(devices, most);
                table.row(
                        Table.number(devices),
                        Table.number(most),
                        Table.number(nodes),
                        Table.memory(in.heapMb(devices, "tls")),
                        Table.memory(nodes * in.processMb((long) most)),
                        Table.number(in.idleProcessors(devices)),
                        Table.number(Inputs.up(devices / most)),
                        Table.number(Inputs.up(devices / in.of("product-devices-a"))),
                        Table.number(Inputs.up(devices / in.of("product-devices-l"))));
            }
        }
        return table.toString();
    }
}
