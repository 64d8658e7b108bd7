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
package io.github.cameliotcloud.starter;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.cluster.CamelClusterService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.cluster.zookeeper.BalancedZooKeeperClusterService;

/** A cluster service that is a bean of Spring, whose ZooKeeper is not there yet. */
class ClusterServiceIT {

    @EnableAutoConfiguration
    static class Application {

        @Bean
        CamelClusterService cluster() {
            BalancedZooKeeperClusterService cluster = new BalancedZooKeeperClusterService();
            cluster.setNodes("localhost:1");
            return cluster;
        }
    }

    @Test
    void masterFindsTheServiceOfTheApplication() throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("camel.main.routes-include-pattern=false")
                .run()) {
            CamelContext camel = application.getBean(CamelContext.class);
            CamelClusterService cluster = application.getBean(CamelClusterService.class);
            assertThat(camel.hasServices(CamelClusterService.class)).containsExactly(cluster);

            Endpoint master = camel.getEndpoint("master:boilers-3:stub:boilers");
            master.createConsumer(exchange -> {}).start();
            assertThat(cluster.getNamespaces()).containsExactly("boilers-3");
            assertThat(cluster.isLeader("boilers-3")).isFalse();
        }
    }
}
