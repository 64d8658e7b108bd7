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
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.imps.CuratorFrameworkState;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The ways to set the service up. */
class CamelMainIT {

    private TestingServer zookeeper;

    @BeforeEach
    void start() throws Exception {
        zookeeper = ZooKeeper.start();
    }

    @AfterEach
    void stop() throws Exception {
        zookeeper.close();
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("master:boilers-3:probe:boilers-3").to("log:boilers");
            }
        };
    }

    @Test
    void propertiesOfCamelMainMakeTheServiceThatMasterFinds() throws Exception {
        Journal journal = new Journal();
        Main main = new Main();
        main.bind("probe", new ProbeComponent("main", journal));
        ClusterPage.properties().forEach((key, value) -> addOfTheService(main, (String) key, (String) value));
        main.addInitialProperty("camel.beans.cluster.nodes", zookeeper.getConnectString());
        main.addInitialProperty("camel.beans.cluster.basePath", "/plant-7");
        main.addInitialProperty("camel.beans.cluster.sessionTimeout", "3000");
        main.addInitialProperty("camel.beans.cluster.takeOverDelay", "500");
        main.bind("routes", routes());
        main.start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> journal.open("main").contains("boilers-3"));
            assertThat(main.getCamelContext().hasServices(CamelClusterService.class))
                    .hasSize(1);
        } finally {
            main.stop();
        }
    }

    /** The others are options of a component that is not here. */
    private static void addOfTheService(Main main, String key, String value) {
        if (key.startsWith("camel.beans.cluster")) {
            main.addInitialProperty(key, value);
        }
    }

    @Test
    void serviceOfJavaIsFoundByMaster() throws Exception {
        Journal journal = new Journal();
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("probe", new ProbeComponent("java", journal));
            // the listing of docs/cluster.adoc
            BalancedZooKeeperClusterService cluster = new BalancedZooKeeperClusterService();
            cluster.setNodes(zookeeper.getConnectString());
            context.addService(cluster);

            cluster.setTakeOverDelay(500);
            context.addRoutes(routes());
            context.start();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> journal.open("java").contains("boilers-3"));
        }
    }

    @Test
    void aClientOfTheApplicationIsUsedAndNotClosed() throws Exception {
        Journal journal = new Journal();
        try (CuratorFramework client =
                        CuratorFrameworkFactory.newClient(zookeeper.getConnectString(), new RetryOneTime(100));
                CamelContext context = new DefaultCamelContext()) {
            client.start();
            BalancedZooKeeperClusterService cluster = new BalancedZooKeeperClusterService();
            cluster.setCuratorFramework(client);
            cluster.setTakeOverDelay(500);
            context.addComponent("probe", new ProbeComponent("given", journal));
            context.addService(cluster);
            context.addRoutes(routes());
            context.start();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> journal.open("given").contains("boilers-3"));

            context.stop();

            assertThat(client.getState()).isEqualTo(CuratorFrameworkState.STARTED);
            assertThat(client.getChildren().forPath("/iotcloud/members")).isEmpty();
            assertThat(List.copyOf(client.getChildren().forPath("/iotcloud/leaders/boilers-3")))
                    .isEmpty();
        }
    }
}
