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

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.fleet.Shard;

/** Shards on nodes, and what that asks of ZooKeeper and Kubernetes. */
final class ShardTables {

    private static final long[] NODES = {3, 6, 11};
    private static final long[] SHARDS_PER_NODE = {1, 2, 4, 8};

    private final Inputs in;
    private final List<DeviceIdentity> cell;

    ShardTables(Inputs in) {
        this.in = in;
        this.cell = IntStream.range(0, (int) in.of("cell-devices"))
                .mapToObj(i -> new DeviceIdentity("ABC1234567", String.format("dev-%05d", i)))
                .toList();
    }

    String shares() {
        Table table = new Table(
                "1,1,2,2,2,2",
                "Nodes",
                "Shards",
                "Devices of a shard, least to most",
                "Shards on a node, at most",
                "When one node is gone",
                "Devices on a node then, at most");
        for (long nodes : NODES) {
            for (long perNode : SHARDS_PER_NODE) {
                int shards = (int) (nodes * perNode);
                long[] sizes = sizes(shards);
                long most = Inputs.up((double) shards / (nodes - 1));
                table.row(
                        Table.number(nodes),
                        Table.number(shards),
                        Table.number(sizes[0]) + " to " + Table.number(sizes[shards - 1]),
                        Table.number(perNode),
                        Table.number(most),
                        Table.number(Arrays.stream(sizes).skip(shards - most).sum()));
            }
        }
        return table.toString();
    }

    /** The sizes of all shards, in rising order, by the hash of the component. */
    private long[] sizes(int shards) {
        long[] sizes = new long[shards];
        for (DeviceIdentity device : cell) {
            sizes[Shard.of(device, shards).index()]++;
        }
        Arrays.sort(sizes);
        return sizes;
    }

    String failure() {
        Table table =
                new Table("1,3,3,3,3", "Nodes", "Until others connect", "100 a node", "300 a node", "1,000 a node");
        double wait = in.of("zookeeper-session") + in.of("take-over-delay") + in.of("master-delay");
        for (long nodes : new long[] {3, 6, 11, 55}) {
            Object[] cells = DoubleStream.of(100, 300, 1000)
                    .mapToObj(rate -> Table.time(wait + in.of("devices-per-node") / ((nodes - 1) * rate)))
                    .toArray();
            table.row(Table.number(nodes), Table.time(wait), cells[0], cells[1], cells[2]);
        }
        return table.toString();
    }

    String coordination() {
        Table table = new Table(
                "4,1,1,1,1,2,2,2,2",
                "Fleet",
                "Nodes",
                "Shards",
                "ZooKeeper: sessions",
                "pings/s",
                "entries at rest",
                "entries while shards move, at most",
                "Kubernetes: requests/s",
                "Names on each node");
        for (long devices : Inputs.FLEETS) {
            coordination(table, Table.number(devices) + " in one cluster", devices, 1);
        }
        long cell = (long) in.of("cell-devices");
        long greatest = Inputs.FLEETS.get(Inputs.FLEETS.size() - 1);
        coordination(
                table,
                Table.number(greatest) + " in " + Table.number(greatest / cell) + " cells of " + Table.number(cell),
                cell,
                greatest / cell);
        return table.toString();
    }

    private void coordination(Table table, String what, long devices, long cells) {
        long nodes = in.nodes(devices);
        long shards = in.shards(nodes);
        double round = in.of("kubernetes-retry-ms") / 1000 * (1 + in.of("kubernetes-jitter-factor")) / 2;
        table.row(
                what,
                Table.number(cells * nodes),
                Table.number(cells * shards),
                Table.number(cells * nodes),
                Table.number(cells * nodes * in.of("zookeeper-pings") / in.of("zookeeper-session")),
                Table.number(cells * (shards + nodes)),
                Table.number(cells * (nodes * shards + nodes)),
                Table.number(cells * nodes * shards * in.of("kubernetes-requests") / round),
                Table.memory(devices * in.of("list-bytes") / 1024 / 1024));
    }
}
