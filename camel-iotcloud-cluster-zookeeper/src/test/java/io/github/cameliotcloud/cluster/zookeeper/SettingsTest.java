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

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    private void fails(Consumer<BalancedZooKeeperClusterService> setting, String sentence) {
        Set<String> before = threads();
        BalancedZooKeeperClusterService service = new BalancedZooKeeperClusterService();
        service.setCamelContext(context);
        service.setNodes("localhost:2181");
        setting.accept(service);

        assertThatThrownBy(service::start).hasMessage(sentence);

        assertThat(service.ownedNamespaces()).isEmpty();
        assertThat(service.members()).isEmpty();
        assertThat(threads()).isEqualTo(before);
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("Cluster") || name.contains("Curator") || name.contains("Connection"))
                .collect(Collectors.toSet());
    }

    @Test
    void nodesAreNeeded() {
        fails(
                service -> service.setNodes(null),
                "Cluster service: nodes=null names no ZooKeeper: set it to host:port, several separated by commas");
    }

    @Test
    void nodesHavePorts() {
        fails(
                service -> service.setNodes("zk-1,zk-2"),
                "Cluster service: nodes=zk-1,zk-2 names no ZooKeeper: set it to host:port, several separated by commas");
    }

    @Test
    void basePathBeginsWithASlash() {
        fails(
                service -> service.setBasePath("iotcloud"),
                "Cluster service: basePath=iotcloud is no path of ZooKeeper: begin it with a slash and end it without, as /iotcloud");
    }

    @Test
    void takeOverDelayIsNotNegative() {
        fails(
                service -> service.setTakeOverDelay(-1),
                "Cluster service: takeOverDelay=-1 is negative: set the milliseconds that another node may need to let go of its devices");
    }

    @Test
    void timesArePositive() {
        fails(
                service -> service.setSessionTimeout(0),
                "Cluster service: sessionTimeout=0 is no time to wait: set milliseconds, 1 or more");
        fails(
                service -> service.setConnectionTimeout(0),
                "Cluster service: connectionTimeout=0 is no time to wait: set milliseconds, 1 or more");
        fails(
                service -> service.setRebalancePeriod(0),
                "Cluster service: rebalancePeriod=0 is no time to wait: set milliseconds, 1 or more");
    }

    @Test
    void aGivenClientIsStarted() {
        CuratorFramework client = CuratorFrameworkFactory.newClient("localhost:2181", new RetryOneTime(1));
        fails(
                service -> service.setCuratorFramework(client),
                "Cluster service: the given curatorFramework is not started: start it before");
    }

    @Test
    void anIdIsAName() {
        fails(
                service -> service.setId("a/b"),
                "Cluster service: id=a/b cannot be the name of a node: leave it out or set one without slashes");
    }

    @Test
    void theDefaultIdIsAnotherEachTime() {
        assertThat(new BalancedZooKeeperClusterService().getId())
                .isNotEqualTo(new BalancedZooKeeperClusterService().getId());
    }
}
