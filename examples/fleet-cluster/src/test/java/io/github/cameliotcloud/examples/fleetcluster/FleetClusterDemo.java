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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.cameliotcloud.examples.fleetcluster.KillAndReturn.Report;

/** Three nodes serve 3,000 devices; while applications want things of these, one node is killed, and comes back. */
public final class FleetClusterDemo {

    private final Path directory;
    private final DemoOptions options;

    FleetClusterDemo(Path directory, DemoOptions options) {
        this.directory = directory;
        this.options = options;
    }

    public static void main(String[] args) {
        Path directory = Path.of("examples/fleet-cluster/target/demo");
        try {
            DemoOptions options = DemoOptions.parse(List.of(args));
            deleteRecursively(directory);
            boolean good = new FleetClusterDemo(directory, options).run();
            System.exit(good ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println("fleet-cluster: " + e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            System.err.println(
                    "fleet-cluster: " + e.getMessage() + "; what the nodes say is in " + directory + "/logs");
            System.exit(1);
        }
    }

    /** @return whether nothing was lost, and no device was connected twice */
    boolean run() throws Exception {
        if (options.zooKeeper().isPresent()) {
            return run(options.zooKeeper().get());
        }
        try (LocalZooKeeper zooKeeper = new LocalZooKeeper(directory.resolve("zookeeper"))) {
            return run(zooKeeper.address());
        }
    }

    private boolean run(String zooKeeper) throws Exception {
        // a path of its own: what other nodes do at an external ZooKeeper has nothing to do with these
        Map<String, String> settings = Map.of(
                "zookeeper.path",
                "/fleet-cluster-" + ProcessHandle.current().pid(),
                "zookeeper.session-timeout",
                "6000");
        try (SimulatedFleet fleet = new SimulatedFleet();
                Cluster cluster = new Cluster(fleet, directory, name -> zooKeeper, settings)) {
            System.out.println("fleet-cluster: the cloud is a simulator at "
                    + fleet.cloud().brokerUrl() + ", ZooKeeper is at " + zooKeeper + ", files are in " + directory);
            KillAndReturn scenario = new KillAndReturn(fleet, cluster, FleetClusterDemo::say);
            cluster.start();
            say("start", "three nodes");
            scenario.awaitSpread();
            say("health", "node-1 at " + NodeHealth.of(cluster.node("node-1")));
            try (Traffic traffic = new Traffic(fleet, "demo")) {
                Report report = scenario.play("node-2", traffic);
                traffic.stop();
                KillAndReturn.awaitOutcome(fleet, traffic);
                Outcome outcome = Outcome.of(fleet, traffic, new StoredLines(cluster.data()));
                System.out.println(summary(report, outcome, fleet.secondLogins()));
                return outcome.lost().isEmpty() && fleet.secondLogins() == 0;
            }
        }
    }

    static String summary(Report report, Outcome outcome, int secondLogins) {
        return "fleet-cluster: " + SimulatedFleet.SIZE + " devices, " + outcome.deltas() + " deltas and "
                + outcome.commands() + " commands in " + outcome.files() + " files, "
                + outcome.lost().size() + " lost, "
                + secondLogins + " second logins, taken over after "
                + KillAndReturn.seconds(report.killed(), report.takenOver()) + ", spread before: " + report.before()
                + ", after: " + report.after();
    }

    private static void say(String what, String text) {
        System.out.printf("  %-7s %s%n", what, text);
    }

    static void deleteRecursively(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
