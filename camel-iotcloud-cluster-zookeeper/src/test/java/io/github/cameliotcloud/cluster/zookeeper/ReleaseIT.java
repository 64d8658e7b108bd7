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
package io.github.cameliotcloud.cluster.zookeeper;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code master:} releases its namespace before it stops its consumer. */
class ReleaseIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private Fleet fleet;

    @BeforeEach
    void start() throws Exception {
        fleet = new Fleet();
    }

    @AfterEach
    void stop() throws Exception {
        fleet.close();
    }

    @Test
    void stoppedRoutesAreHandedOverAfterTheirSlowConsumersHaveStopped() throws Exception {
        Node a = fleet.start("a");
        fleet.awaitBalance(a);
        Node b = fleet.start("b");
        fleet.awaitBalance(a, b);

        // longer than takeOverDelay, shorter than twice that
        a.probe.setStopMillis(Fleet.TAKE_OVER * 3L / 2);
        Set<String> stopped = new HashSet<>(a.open());
        for (String namespace : stopped) {
            a.context.getRouteController().stopRoute(namespace);
            a.probe.setStopMillis(0);
        }

        fleet.awaitBalance(b);
        assertThat(a.open()).isEmpty();
        assertThat(fleet.journal.overlaps()).as(fleet.journal::toString).isEmpty();
    }

    /** It starts one a second after it was told, whatever has happened by then. */
    @Test
    void aConsumerThatMasterStartsAfterTheLossIsStopped() throws Exception {
        Node a = fleet.start("a");
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> a.service.ownedNamespaces().size() == Fleet.NAMESPACES.size());

        fleet.zookeeper.stop();

        await().atMost(LONG).until(() -> a.service.ownedNamespaces().isEmpty());
        await().during(Duration.ofSeconds(2)).atMost(LONG).until(() -> a.open().isEmpty());
    }

    @Test
    void consumersOfALostNodeStopSideBySide() throws Exception {
        Node a = fleet.start("a");
        fleet.awaitBalance(a);
        a.probe.setStopMillis(1_000);

        fleet.zookeeper.stop();

        await().atMost(LONG).until(() -> a.open().isEmpty());
        assertThat(fleet.journal.spreadOfEnds()).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void whatANodeOwnsIsSeenInJmxAndHealth() throws Exception {
        Node a = fleet.start("a");
        Node b = fleet.start("b");
        fleet.awaitBalance(a, b);

        MBeanServer server =
                a.context.getManagementStrategy().getManagementAgent().getMBeanServer();
        ObjectName name = server.queryNames(
                        new ObjectName("org.apache.camel:context=" + a.context.getManagementName()
                                + ",type=services,name=ClusterNode"),
                        null)
                .iterator()
                .next();
        assertThat(server.getAttribute(name, "OwnedNamespaces")).isEqualTo(a.open());
        assertThat(server.getAttribute(name, "Members")).asString().isEqualTo("[a, b]");
        await().atMost(LONG).until(() -> a.service.owners().size() == 8);
        assertThat(b.open())
                .allMatch(namespace -> a.service
                        .getView(namespace)
                        .getLeader()
                        .orElseThrow()
                        .getId()
                        .equals("b"));

        HealthCheck check = HealthCheckRegistry.get(a.context)
                .getCheck(ClusterHealthCheck.ID)
                .orElseThrow();
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
        fleet.zookeeper.stop();
        await().atMost(LONG).until(() -> check.call().getState() == HealthCheck.State.DOWN);
        assertThat(check.call().getMessage()).contains("No connection to ZooKeeper, so this node owns nothing");
    }
}
