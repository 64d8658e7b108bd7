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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.examples.fleetcluster.KillAndReturn.Report;
import io.github.cameliotcloud.examples.fleetcluster.NodeLog.Change;
import io.github.cameliotcloud.simulator.device.ConnectionEnd;
import io.github.cameliotcloud.simulator.device.LoggedConnection;

/**
 * Three JVMs, a real ZooKeeper, 3,000 devices. The tests share one cluster, because starting it costs the most; each
 * begins with all nodes running, whatever the others did.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FleetClusterIT {

    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);
    private static final Duration TAKE_OVER_DELAY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CUT_OFF = "node-3";

    @RegisterExtension
    final LogsOfFailure logs = new LogsOfFailure(() -> this.cluster);

    private final Path directory = Path.of("target/it").toAbsolutePath();
    private LocalZooKeeper zooKeeper;
    private StallingProxy wire;
    private SimulatedFleet fleet;
    private Cluster cluster;
    private KillAndReturn scenario;
    private Map<String, Integer> secondLoginsBefore;
    private Traffic traffic;

    @BeforeAll
    void startCluster() throws Exception {
        FleetClusterDemo.deleteRecursively(directory);
        zooKeeper = new LocalZooKeeper(directory.resolve("zookeeper"));
        wire = new StallingProxy(zooKeeper.port());
        fleet = new SimulatedFleet();
        Map<String, String> settings = Map.of(
                "zookeeper.session-timeout", String.valueOf(SESSION_TIMEOUT.toMillis()),
                "zookeeper.take-over-delay", String.valueOf(TAKE_OVER_DELAY.toMillis()),
                "camel.component.iotcloud.max-connect-rate", "500");
        cluster = new Cluster(
                fleet, directory, name -> name.equals(CUT_OFF) ? wire.address() : zooKeeper.address(), settings);
        scenario = new KillAndReturn(fleet, cluster, (what, text) -> {});
        cluster.start();
    }

    @AfterAll
    void stopCluster() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {cluster, fleet, wire, zooKeeper}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @BeforeEach
    void awaitSpreadAndBeginTraffic(TestInfo test) {
        scenario.awaitSpread();
        secondLoginsBefore = secondLogins();
        traffic = new Traffic(fleet, test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void endTrafficAndRepair() throws Exception {
        if (traffic != null) {
            traffic.close();
        }
        wire.resume();
        zooKeeper.restart();
    }

    @Test
    void noNodeOwnsMoreThanHalfAndEachTellsWhatItOwns() throws Exception {
        await("some commands", () -> traffic.commands().size() > 50);
        assertNothingIsLost();

        assertThat(secondLogins()).isEqualTo(secondLoginsBefore);
        for (String name : Cluster.NAMES) {
            NodeProcess node = cluster.node(name);
            Set<Integer> owned = node.log().owned();
            assertThat(owned).as(name).hasSizeBetween(1, Cluster.SHARDS / 2);
            NodeHealth health = NodeHealth.of(node);
            assertThat(health.status()).as(health.url()).isEqualTo("UP");
            assertThat(health.serves())
                    .as(health.url())
                    .containsExactlyInAnyOrderElementsOf(owned.stream()
                            .flatMap(shard -> Stream.of("control " + shard + "/8", "shadow " + shard + "/8"))
                            .toList());
            assertThat(NodeJmx.ownedNamespaces(node))
                    .as("JMX of " + name)
                    .containsExactlyElementsOf(
                            owned.stream().map(shard -> "boilers-" + shard).toList());
        }
    }

    @Test
    void killedNodeIsReplacedAndComesBackWithoutFlapping() throws Exception {
        Report report = scenario.play("node-2", traffic);
        assertNothingIsLost();

        assertThat(report.orphans()).isNotEmpty();
        assertThat(report.takenOver())
                .isBetween(
                        report.killed(), report.killed().plus(SESSION_TIMEOUT).plusSeconds(10));
        assertThat(cluster.owned().values())
                .allSatisfy(shards -> assertThat(shards).hasSizeBetween(1, Cluster.SHARDS / 2));
        assertThat(timesTaken(cluster.changesSince(report.returned())))
                .as("a part moves at most once when a node comes back")
                .allSatisfy((shard, times) -> assertThat(times).isOne());
        Set<String> ofKilledNode = Set.copyOf(fleet.devicesOf(report.orphans()));
        assertThat(fleet.devices())
                .allSatisfy(device ->
                        assertThat(newSecondLogins(device)).isLessThanOrEqualTo(ofKilledNode.contains(device) ? 1 : 0));
    }

    @Test
    void nodeThatIsCutOffFromZooKeeperHasGivenUpBeforeOthersTakeOver() throws Exception {
        Set<Integer> shards = cluster.node(CUT_OFF).log().owned();
        Instant cut = Instant.now();
        wire.stall();
        await(
                "others own what the node had that is cut off",
                () -> cluster.isComplete()
                        && cluster.node(CUT_OFF).log().owned().isEmpty()
                        && fleet.isServed());
        wire.resume();
        List<Change> changes = cluster.changesSince(cut);

        for (int shard : shards) {
            Instant given = first(changes, change -> change.shard() == shard && !change.owns());
            Instant taken = first(changes, change -> change.shard() == shard && change.owns());
            System.out.println("cut off: boilers-" + shard + " given up after " + KillAndReturn.seconds(cut, given)
                    + ", owned again after " + KillAndReturn.seconds(cut, taken));
            assertThat(given)
                    .as("boilers-%s is given up", shard)
                    .isBefore(cut.plus(SESSION_TIMEOUT).plus(TAKE_OVER_DELAY));
            assertThat(Duration.between(given, taken))
                    .as("between two owners of boilers-%s", shard)
                    .isPositive();
        }
        assertThat(fleet.devicesOf(shards)).isNotEmpty().allSatisfy(device -> {
            List<LoggedConnection> since = since(cut, device);
            assertThat(since.get(0).end()).as(device).contains(ConnectionEnd.DISCONNECT);
            assertThat(Duration.between(
                            since.get(0).closed().orElseThrow(), since.get(1).opened()))
                    .as("without an owner: %s", device)
                    .isPositive();
        });
        assertNothingIsLost();
        assertThat(secondLogins()).isEqualTo(secondLoginsBefore);
    }

    @Test
    void allDevicesAreLetGoWithoutZooKeeperAndConnectedAgainWithIt() throws Exception {
        Instant stopped = Instant.now();
        zooKeeper.stop();
        await("no device is connected", () -> fleet.cloud().totalConnections() == 0);
        Instant released = Instant.now();
        await("no node owns anything", () -> cluster.owned().values().stream().allMatch(Set::isEmpty));
        int wanted = traffic.desired();
        await("desired states that nobody hears", () -> traffic.desired() > wanted + 100);

        zooKeeper.restart();
        scenario.awaitSpread();

        assertThat(Duration.between(stopped, released)).isLessThan(SESSION_TIMEOUT.plus(TAKE_OVER_DELAY));
        assertThat(fleet.devices())
                .allSatisfy(device ->
                        assertThat(since(stopped, device).get(0).end()).contains(ConnectionEnd.DISCONNECT));
        assertNothingIsLost();
        assertThat(secondLogins()).isEqualTo(secondLoginsBefore);
    }

    /** As after a pause of a whole machine, or when its network is gone: the cloud still has its connections. */
    @Test
    @EnabledIfSystemProperty(named = "fleet.frozen", matches = "true", disabledReason = "takes 20 seconds more")
    void frozenNodeLosesEachDeviceOnceToTheNextOwner() throws Exception {
        NodeProcess frozen = cluster.node("node-1");
        Set<Integer> shards = frozen.log().owned();
        Set<String> ofFrozenNode = Set.copyOf(fleet.devicesOf(shards));
        frozen.freeze();
        try {
            await(
                    "others have connected the devices of the frozen node",
                    () -> ofFrozenNode.stream().allMatch(device -> newSecondLogins(device) == 1));
        } finally {
            frozen.thaw();
        }
        await("the frozen node knows", () -> !frozen.log().owned().containsAll(shards));
        scenario.awaitSpread();

        assertNothingIsLost();
        assertThat(fleet.devices())
                .allSatisfy(
                        device -> assertThat(newSecondLogins(device)).isEqualTo(ofFrozenNode.contains(device) ? 1 : 0));
    }

    private void assertNothingIsLost() throws Exception {
        traffic.stop();
        KillAndReturn.awaitOutcome(fleet, traffic);
        Outcome outcome = Outcome.of(fleet, traffic, new StoredLines(cluster.data()));
        assertThat(outcome.lost()).isEmpty();
    }

    private Map<String, Integer> secondLogins() {
        return fleet.devices().stream().collect(Collectors.toMap(Function.identity(), fleet::secondLogins));
    }

    private int newSecondLogins(String device) {
        return fleet.secondLogins(device) - secondLoginsBefore.get(device);
    }

    /** The connection that was open then, and those after it. */
    private List<LoggedConnection> since(Instant time, String device) {
        return fleet.connections(device).stream()
                .filter(connection -> connection.closed().map(time::isBefore).orElse(true))
                .toList();
    }

    private static Map<Integer, Integer> timesTaken(List<Change> changes) {
        Map<Integer, Integer> times = new HashMap<>();
        changes.stream().filter(Change::owns).forEach(change -> times.merge(change.shard(), 1, Integer::sum));
        return times;
    }

    private static Instant first(List<Change> changes, Predicate<Change> which) {
        return changes.stream()
                .filter(which)
                .map(Change::time)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .failFast("a node has ended by itself", cluster::isBroken)
                .until(condition);
    }
}
