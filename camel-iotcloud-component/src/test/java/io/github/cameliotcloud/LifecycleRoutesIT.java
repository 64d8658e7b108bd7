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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.SupervisingRouteController;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.testing.Cloud;
import io.github.cameliotcloud.testing.LogCapture;

class LifecycleRoutesIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @Test
    void supervisingRouteControllerStartsTheRouteWhenTheCloudIsThere() throws Exception {
        String in = cloud.uri("control");
        cloud.faults().goAway();
        try (DefaultCamelContext supervised = new DefaultCamelContext()) {
            SupervisingRouteController controller =
                    supervised.getRouteController().supervising();
            controller.setBackOffDelay(100);
            controller.setInitialDelay(0);
            supervised.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(in).routeId("control").to("mock:result");
                }
            });
            supervised.start();
            await().until(() -> !controller.getRestartingRoutes().isEmpty());

            cloud.faults().comeBack();
            await().untilAsserted(() ->
                    assertThat(controller.getRouteStatus("control")).isEqualTo(ServiceStatus.Started));
            assertThat(cloud.connections()).isEqualTo(1);
        }
        await().until(() -> cloud.connections() == 0);
    }

    @Test
    void wrongClockIsShownBesideTheRefusal() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        context.getComponent("iotcloud", IotCloudComponent.class).setClock(Clock.fixed(yesterday, ZoneOffset.UTC));
        assertThatThrownBy(() -> template.requestBody(cloud.uri("event"), "x"))
                .hasStackTraceContaining("return code 4")
                .hasStackTraceContaining("wrong clock")
                .hasStackTraceContaining(yesterday.toString().substring(0, 10));
    }

    @Test
    void secondLoginOfTheSameDeviceIsReportedOnceWithTheRemedy() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // a connection that lives shorter than the delay is a short one
                from(cloud.uri("control", "maxReconnectDelay=1000")
                                .replace("reconnectDelay=100&", "reconnectDelay=1000&"))
                        .to("mock:result");
            }
        });
        try (LogCapture log = LogCapture.begin()) {
            for (int i = 1; i <= 5; i++) {
                int connects = i;
                await().until(() ->
                        cloud.simulator().connectCount(PRODUCT, DEVICE) == connects && cloud.connections() == 1);
                cloud.faults().secondLogin(PRODUCT, DEVICE);
            }
            await().until(() -> cloud.simulator().connectCount(PRODUCT, DEVICE) == 6);
            assertThat(log.messages())
                    .filteredOn(message -> message.contains("another program is connected as the same device"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(PRODUCT + "/" + DEVICE)
                    .contains("stop the other, or give each its own device");
        }
    }

    @Test
    void reloadedYamlRouteTakesOver() throws Exception {
        context.getPropertiesComponent()
                .addInitialProperty("broker", cloud.simulator().brokerUrl());
        PluginHelper.getRoutesLoader(context).updateRoutes(yaml("mock:before"));
        PluginHelper.getRoutesLoader(context).updateRoutes(yaml("mock:after"));

        getMockEndpoint("mock:after").expectedMessageCount(1);
        getMockEndpoint("mock:before").expectedMessageCount(0);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        getMockEndpoint("mock:after").assertIsSatisfied();
        getMockEndpoint("mock:before").assertIsSatisfied();
        assertThat(cloud.connections()).isEqualTo(1);
    }

    @Test
    void stoppedContextLeavesNoConnectionAndNoThread() throws Exception {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            other.setNameStrategy(new org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy("short-lived"));
            other.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(cloud.uri("control")).to(cloud.uri("event"));
                }
            });
            other.start();
            assertThat(cloud.connections()).isEqualTo(1);
        }
        await().until(() -> cloud.connections() == 0);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().contains("short-lived")));
    }

    @Test
    void producerOfATemplateThatNobodyStopsIsClosedWithTheContext() throws Exception {
        try (LogCapture log = LogCapture.begin();
                DefaultCamelContext other = new DefaultCamelContext()) {
            other.start();
            other.createProducerTemplate().sendBody(cloud.uri("event"), "x");
            assertThat(cloud.connections()).isEqualTo(1);

            other.stop();

            await().until(() -> cloud.connections() == 0);
            assertThat(log.messages())
                    .noneMatch(message -> message.contains("was not closed") || message.contains("Error occurred"));
        }
    }

    private static Resource yaml(String to) {
        return ResourceHelper.fromString("reloaded.camel.yaml", """
                - route:
                    id: reloaded
                    from:
                      uri: iotcloud:control
                      parameters:
                        product: %s
                        device: %s
                        deviceSecret: %s
                        brokerUrl: "{{broker}}"
                        reconnectDelay: 10
                      steps:
                        - to: %s
                """.formatted(PRODUCT, DEVICE, Cloud.SECRET, to));
    }
}
