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

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import io.github.cameliotcloud.examples.fleetcluster.NodeLog.Change;

/** While applications want things of the devices, a node is killed, and comes back later. */
final class KillAndReturn {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SOME = 200;

    private final SimulatedFleet fleet;
    private final Cluster cluster;
    private final Story story;
    private Instant told = Instant.EPOCH;

    KillAndReturn(SimulatedFleet fleet, Cluster cluster, Story story) {
        this.fleet = fleet;
        this.cluster = cluster;
        this.story = story;
    }

    /** Whoever wants to know how it goes. */
    interface Story {

        void tell(String what, String text);
    }

    /**
     * What happened.
     *
     * @param before    how many parts each node had
     * @param orphans   the parts that the killed node had
     * @param killed    when
     * @param takenOver when the last of its parts had another owner
     * @param connected when the last device was connected again
     * @param returned  when the node was started again
     * @param after     how many parts each node had in the end
     */
    record Report(
            String before,
            Set<Integer> orphans,
            Instant killed,
            Instant takenOver,
            Instant connected,
            Instant returned,
            String after) {}

    /** The cluster has to be started. */
    void awaitSpread() {
        await("a fleet that is spread over all nodes and connected", () -> cluster.isSpread() && fleet.isServed());
        tellChanges();
        story.tell("spread", cluster.spread() + "; all devices are connected");
    }

    Report play(String name, Traffic traffic) {
        NodeProcess node = cluster.node(name);
        String before = cluster.spread();
        letFlow(traffic);

        Set<Integer> orphans = node.log().owned();
        story.tell("kill", name + " (process " + node.pid() + ") with SIGKILL, while deltas flow");
        Instant killed = Instant.now();
        node.kill();
        await("owners of what " + name + " had", () -> cluster.isComplete() && fleet.isServed());
        Instant connected = Instant.now();
        Instant takenOver = lastTaken(killed, orphans);
        tellChanges();
        story.tell("spread", cluster.spread() + "; all devices are connected after " + seconds(killed, connected));
        letFlow(traffic);

        story.tell("start", name + " once more");
        Instant returned = Instant.now();
        node.start();
        awaitSpread();
        letFlow(traffic);
        return new Report(before, orphans, killed, takenOver, connected, returned, cluster.spread());
    }

    /** Waits until nothing is under way any more; when that does not come, the outcome tells what is lost. */
    static void awaitOutcome(SimulatedFleet fleet, Traffic traffic) {
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> Outcome.isComplete(fleet, traffic));
        } catch (ConditionTimeoutException e) {
            // see above
        }
    }

    static String seconds(Instant start, Instant end) {
        return Duration.between(start, end).toMillis() / 100 / 10.0 + " s";
    }

    private void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .failFast("a node has ended by itself", cluster::isBroken)
                .until(condition);
    }

    private static void letFlow(Traffic traffic) {
        int before = traffic.desired();
        Awaitility.await("desired states").atMost(PATIENCE).until(() -> traffic.desired() > before + SOME);
    }

    private Instant lastTaken(Instant since, Set<Integer> shards) {
        return cluster.changesSince(since).stream()
                .filter(change -> change.owns() && shards.contains(change.shard()))
                .map(Change::time)
                .max(Comparator.naturalOrder())
                .orElse(since);
    }

    private void tellChanges() {
        List<Change> changes = cluster.changesSince(told);
        changes.forEach(change -> story.tell("change", change.toString()));
        if (!changes.isEmpty()) {
            told = changes.get(changes.size() - 1).time().plusMillis(1);
        }
    }
}
