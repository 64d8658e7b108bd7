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

import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OutageIT {

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
    void aNodeThatIsCutOffSilentlyLetsGoBeforeAnotherTakesOverAndTakesPartAgain() throws Exception {
        try (Proxy line = new Proxy(fleet.zookeeper.getPort())) {
            Node cut = fleet.start("cut", line.address());
            Node other = fleet.start("other");
            fleet.awaitBalance(cut, other);

            line.goSilent();
            fleet.awaitBalance(other);
            assertThat(cut.open()).isEmpty();
            assertThat(cut.service.isConnected()).isFalse();

            line.heal();
            fleet.awaitBalance(cut, other);
            assertThat(fleet.journal.overlaps()).as(fleet.journal::toString).isEmpty();
        }
    }

    @Test
    void withoutZooKeeperNobodyOwnsAnythingAndItHealsByItself() throws Exception {
        Node a = fleet.start("a");
        Node b = fleet.start("b");
        fleet.awaitBalance(a, b);

        fleet.zookeeper.stop();
        await().atMost(LONG).until(() -> a.open().isEmpty() && b.open().isEmpty());
        assertThat(a.service.ownedNamespaces()).isEmpty();
        fleet.zookeeper.restart();
        fleet.awaitBalance(a, b);

        // once more, with nothing of what it knew
        fleet.zookeeper.close();
        await().atMost(LONG).until(() -> a.open().isEmpty() && b.open().isEmpty());
        try (TestingServer empty = ZooKeeper.start(fleet.zookeeper.getPort(), null)) {
            fleet.awaitBalance(a, b);
            fleet.nodes.forEach(Node::close);
        }
        assertThat(fleet.journal.overlaps()).as(fleet.journal::toString).isEmpty();
    }

    @Test
    void aNodeStartsWithoutZooKeeperAndTakesPartWhenItIsThere() throws Exception {
        fleet.zookeeper.stop();

        Node early = fleet.start("early");
        assertThat(early.service.isConnected()).isFalse();
        assertThat(early.service.ownedNamespaces()).isEmpty();

        fleet.zookeeper.restart();
        fleet.awaitBalance(early);
    }
}
