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
package io.github.cameliotcloud.examples.fleetcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cameliotcloud.examples.fleetcluster.NodeLog.Change;

/** Three nodes, each in a JVM of its own, that share the fleet. */
final class Cluster implements AutoCloseable {

    static final int SHARDS = 8;
    static final List<String> NAMES = List.of("node-1", "node-2", "node-3");

    private static final Set<Integer> ALL =
            IntStream.range(0, SHARDS).boxed().collect(Collectors.toCollection(TreeSet::new));

    private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();
    private final Path directory;

    /**
     * @param directory where files and logs go
     * @param zooKeeper gives a node, by its name, the address of ZooKeeper
     * @param settings  of all nodes, in the place of those in application.properties
     */
    Cluster(SimulatedFleet fleet, Path directory, UnaryOperator<String> zooKeeper, Map<String, String> settings)
            throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        Path devices = fleet.writeTo(directory.resolve("devices.csv"));
        for (String name : NAMES) {
            Map<String, String> all = new LinkedHashMap<>(settings);
            all.put("zookeeper.nodes", zooKeeper.apply(name));
            all.put("fleet.file", devices.toString());
            all.put("fleet.shards", String.valueOf(SHARDS));
            all.put("files.directory", data().toString());
            all.put("camel.component.iotcloud.broker-url", fleet.cloud().brokerUrl());
            // any free one, which the log tells
            all.put("camel.management.port", "0");
            nodes.put(name, new NodeProcess(name, directory.resolve("logs/" + name + ".log"), all));
        }
    }

    void start() {
        nodes.values().forEach(NodeProcess::start);
    }

    NodeProcess node(String name) {
        return nodes.get(name);
    }

    Path data() {
        return directory.resolve("data");
    }

    /** What each node owns now, by its name. */
    Map<String, Set<Integer>> owned() {
        Map<String, Set<Integer>> owned = new LinkedHashMap<>();
        nodes.forEach(
                (name, node) -> owned.put(name, node.isAlive() ? node.log().owned() : Set.of()));
        return owned;
    }

    /** Whether each part has one owner. */
    boolean isComplete() {
        List<Integer> owned =
                owned().values().stream().flatMap(Set::stream).sorted().toList();
        return owned.equals(List.copyOf(ALL));
    }

    /** Whether each part has one owner, and no running node has more than its share. */
    boolean isSpread() {
        long running = nodes.values().stream().filter(NodeProcess::isAlive).count();
        long share = running == 0 ? 0 : (SHARDS + running - 1) / running;
        return isComplete() && owned().values().stream().allMatch(shards -> shards.size() <= share);
    }

    /** Whether a node has ended by itself. */
    boolean isBroken() {
        return nodes.values().stream().anyMatch(NodeProcess::isBroken);
    }

    /** How many parts each node owns, such as {@code node-1 3, node-2 3, node-3 2}. */
    String spread() {
        return owned().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().size())
                .collect(Collectors.joining(", "));
    }

    /** What has changed since then on all nodes, oldest first. */
    List<Change> changesSince(Instant time) {
        return nodes.values().stream()
                .flatMap(node -> node.log().changes().stream())
                .filter(change -> !change.time().isBefore(time))
                .sorted(Comparator.comparing(Change::time))
                .toList();
    }

    @Override
    public void close() {
        nodes.values().forEach(NodeProcess::close);
    }
}
