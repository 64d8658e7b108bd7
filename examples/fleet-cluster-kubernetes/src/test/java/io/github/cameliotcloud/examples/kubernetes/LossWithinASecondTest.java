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
package io.github.cameliotcloud.examples.kubernetes;

import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Known in camel-master 4.17, and why {@link BalancedLeases} repeats a loss. When it fails here, it need not any more. */
class LossWithinASecondTest {

    private final AtomicInteger running = new AtomicInteger();
    private final FakeCluster cluster = new FakeCluster();

    @Test
    void isHeardByTheConsumerOnlyWhenItIsRepeated() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.addService(cluster);
            camel.addComponent("counted", new CountedConsumers(running));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("master:shard:counted:consumer").stop();
                }
            });
            camel.start();

            cluster.getView("shard").lead(true);
            cluster.getView("shard").lead(false);
            await().until(() -> running.get() == 1);
            assertThat(cluster.isLeader("shard")).isFalse();

            cluster.getView("shard").lead(false);
            assertThat(running).hasValue(0);
        }
    }
}
