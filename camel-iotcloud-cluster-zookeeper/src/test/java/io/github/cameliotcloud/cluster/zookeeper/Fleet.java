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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.curator.test.TestingServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A ZooKeeper, nodes with eight namespaces, and the journal of what they did. */
final class Fleet implements AutoCloseable {

    static final int SESSION = 3_000;
    static final int TAKE_OVER = 1_500;
    static final List<String> NAMESPACES =
            IntStream.range(0, 8).mapToObj(i -> "boilers-" + i).toList();

    final TestingServer zookeeper;
    final Journal journal = new Journal();
    final List<Node> nodes = new ArrayList<>();

    Fleet() throws Exception {
        zookeeper = ZooKeeper.start();
    }

    Node start(String name) throws Exception {
        return start(name, zookeeper.getConnectString());
    }

    Node start(String name, String address) throws Exception {
        Node node = new Node(name, journal, NAMESPACES);
        nodes.add(node);
        return node.start(address, Fleet::settings);
    }

    static void settings(BalancedZooKeeperClusterService service) {
        service.setSessionTimeout(SESSION);
        service.setConnectionTimeout(SESSION);
        service.setTakeOverDelay(TAKE_OVER);
        service.setRebalancePeriod(100);
    }

    /** Until all namespaces have an owner, none of these more than one above its share. */
    void awaitBalance(Node... expected) {
        int share = NAMESPACES.size() / expected.length;
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(expected).allSatisfy(node -> assertThat(node.open()).hasSizeBetween(share, share + 1));
            assertThat(List.of(expected).stream()
                            .mapToInt(node -> node.open().size())
                            .sum())
                    .isEqualTo(NAMESPACES.size());
        });
    }

    @Override
    public void close() throws Exception {
        nodes.forEach(Node::close);
        zookeeper.close();
    }
}
