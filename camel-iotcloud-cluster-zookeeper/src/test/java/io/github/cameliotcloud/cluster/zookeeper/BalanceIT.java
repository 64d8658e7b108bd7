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
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BalanceIT {

    private Fleet fleet;

    @BeforeEach
    void start() throws Exception {
        fleet = new Fleet();
    }

    @AfterEach
    void stop() throws Exception {
        fleet.close();
    }

    /** Several times the period of rebalancing, and longer than a take-over. */
    private void nothingMoves() {
        int stays = fleet.journal.count();
        await().during(Duration.ofMillis(2L * Fleet.TAKE_OVER))
                .atMost(Duration.ofSeconds(20))
                .until(() -> fleet.journal.count() == stays);
    }

    @Test
    void namespacesAreSpreadAndStayUntilANodeDiesOrReturns() throws Exception {
        Node a = fleet.start("a");
        Node b = fleet.start("b");
        Proxy lineOfC = new Proxy(fleet.zookeeper.getPort());
        Node c = fleet.start("c", lineOfC.address());
        fleet.awaitBalance(a, b, c);
        assertThat(a.service.members()).containsExactly("a", "b", "c");
        nothingMoves();

        Set<String> keptByA = a.open();
        Set<String> keptByB = b.open();
        // killed: its consumers and its sockets are gone, its session is not
        fleet.journal.died("c");
        lineOfC.close();
        fleet.awaitBalance(a, b);
        assertThat(a.open()).containsAll(keptByA);
        assertThat(b.open()).containsAll(keptByB);
        nothingMoves();

        Node again = fleet.start("c");
        fleet.awaitBalance(a, b, again);
        nothingMoves();

        assertThat(fleet.journal.overlaps()).as(fleet.journal::toString).isEmpty();
    }

    @Test
    void aNodeThatStopsHandsOverWithoutOverlapHoweverSlowItsConsumers() throws Exception {
        Node a = fleet.start("a");
        fleet.awaitBalance(a);
        Node b = fleet.start("b");
        fleet.awaitBalance(a, b);

        a.probe.setStopMillis(300);
        a.close();

        fleet.awaitBalance(b);
        assertThat(fleet.journal.overlaps()).as(fleet.journal::toString).isEmpty();
    }
}
