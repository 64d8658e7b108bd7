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
package io.github.cameliotcloud;

import java.util.Collection;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.impl.health.ProducersHealthCheckRepository;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.testing.Cloud;

class HealthRoutesIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry(camel);
        registry.register(registry.resolveById("consumers"));
        ProducersHealthCheckRepository producers = (ProducersHealthCheckRepository) registry.resolveById("producers");
        producers.setEnabled(true);
        registry.register(producers);
        camel.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        return camel;
    }

    @Override
    protected boolean useJmx() {
        return true;
    }

    @Test
    void connectedConsumerAndProducerAreUp() throws Exception {
        route("control", "event");
        assertThat(results()).hasSize(2).allSatisfy(result -> {
            assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(result.getDetails())
                    .containsEntry("iotcloud.product", PRODUCT)
                    .containsEntry("iotcloud.device", DEVICE)
                    .containsEntry("iotcloud.state", "CONNECTED");
        });
    }

    @Test
    void lostConnectionIsDownWithTheReasonAndUpAgainAfterwards() throws Exception {
        route("shadow", "event");
        cloud.faults().goAway();
        await().untilAsserted(() -> assertThat(results()).allSatisfy(result -> {
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage()).get().asString().contains(PRODUCT + "/" + DEVICE);
            assertThat(result.getDetails()).containsKeys("iotcloud.since", "iotcloud.attempts", "iotcloud.lastError");
            assertThat(result.getDetails().toString() + result.getMessage() + result.getError())
                    .doesNotContain(Cloud.SECRET);
        }));

        cloud.faults().comeBack();
        await().untilAsserted(() ->
                assertThat(results()).extracting(HealthCheck.Result::getState).containsOnly(HealthCheck.State.UP));
    }

    @Test
    void routeThatMayStartWithoutTheCloudIsDownUntilItIsThere() throws Exception {
        String in = cloud.uri("control", "failFast=false");
        cloud.faults().goAway();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(in).to("mock:result");
            }
        });
        assertThat(results()).extracting(HealthCheck.Result::getState).containsOnly(HealthCheck.State.DOWN);

        cloud.faults().comeBack();
        await().untilAsserted(() ->
                assertThat(results()).extracting(HealthCheck.Result::getState).containsOnly(HealthCheck.State.UP));
        getMockEndpoint("mock:result").expectedMessageCount(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        getMockEndpoint("mock:result").assertIsSatisfied();
    }

    @Test
    void subscriptionThatIsRefusedAfterAReconnectIsDownAndTriedAgain() throws Exception {
        route("control?maxReconnectDelay=200", "event?maxReconnectDelay=200");
        cloud.faults().refuseSubscriptions(PRODUCT, DEVICE, true);
        cloud.cut();
        await().untilAsserted(() -> assertThat(results())
                .extracting(result -> result.getMessage().orElse(""))
                .anySatisfy(message -> assertThat(message).contains("has not granted a subscription")));

        cloud.faults().refuseSubscriptions(PRODUCT, DEVICE, false);
        await().untilAsserted(() ->
                assertThat(results()).extracting(HealthCheck.Result::getState).containsOnly(HealthCheck.State.UP));
    }

    @Test
    void jmxShowsTheSessionAndNoSecret() throws Exception {
        route("control", "event");
        MBeanServer server =
                context.getManagementStrategy().getManagementAgent().getMBeanServer();
        ObjectName name = server.queryNames(
                        new ObjectName("org.apache.camel:type=endpoints,name=\"iotcloud://control*\",*"), null)
                .iterator()
                .next();
        assertThat(server.getAttribute(name, "SessionState")).isEqualTo("CONNECTED");
        assertThat(server.getAttribute(name, "ConnectAttempts")).isEqualTo(0);
        assertThat(server.getAttribute(name, "Subscriptions")).isEqualTo(PRODUCT + "/" + DEVICE + "/control");
        assertThat(name.toString()).doesNotContain(Cloud.SECRET);
        assertThat(server.getAttribute(name, "EndpointUri").toString()).doesNotContain(Cloud.SECRET);
    }

    private Collection<HealthCheck.Result> results() {
        return HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().matches("(consumer|producer):.*"))
                .toList();
    }

    private void route(String in, String out) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(in)).to(uri(out)).to("mock:result");
            }
        });
    }

    private String uri(String channelAndOption) {
        String[] parts = channelAndOption.split("\\?");
        return parts.length == 1 ? cloud.uri(parts[0]) : cloud.uri(parts[0], parts[1]);
    }
}
