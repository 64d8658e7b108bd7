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
package io.github.cameliotcloud.docs.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.error.SubscriptionRefusedException;
import io.github.cameliotcloud.simulator.ReceivedMessage;

class TopicPageIT extends ChannelPage {

    TopicPageIT() {
        super("topic");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry(camel);
        registry.register(registry.resolveById("consumers"));
        camel.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        return camel;
    }

    @ParameterizedTest
    @EnumSource
    void bodyReachesTheCloud(Dsl dsl) throws Exception {
        run(dsl, "up");
        template.sendBody("direct:readings", "21");
        assertThat(received(DEVICE)).containsExactly("21");
    }

    @ParameterizedTest
    @EnumSource
    void messageOfTheCloudArrives(Dsl dsl) throws Exception {
        MockEndpoint setpoints = user("setpoints");
        setpoints.expectedBodiesReceived(bytes("20"));
        run(dsl, "down");
        cloud.publish(PRODUCT, DEVICE, "room/setpoint", bytes("20"), 1);
        setpoints.assertIsSatisfied();
    }

    @ParameterizedTest
    @EnumSource
    void wildcardReadsSeveralTopicsAndTheHeaderTellsWhich(Dsl dsl) throws Exception {
        MockEndpoint setpoints = user("setpoints");
        run(dsl, "wildcard");
        cloud.publish(PRODUCT, DEVICE, "room/setpoint", bytes("20"), 1);
        cloud.publish(PRODUCT, DEVICE, "room/mode", bytes("eco"), 1);
        await().untilAsserted(() -> assertThat(setpoints.getExchanges())
                .extracting(message -> message.getMessage().getHeader("topic"))
                .containsExactlyInAnyOrder("ABC1234567/dev-01/room/setpoint", "ABC1234567/dev-01/room/mode"));
    }

    @ParameterizedTest
    @EnumSource
    void routeStartsWithoutPermissionAndItsHealthIsDown(Dsl dsl) throws Exception {
        user("readings");
        cloud.faults().refuseSubscriptions(PRODUCT, DEVICE, true);
        run(dsl, "fail-slow");
        assertThat(context.getRouteController().getRouteStatus("humidity").isStarted())
                .isTrue();
        await().untilAsserted(() -> assertThat(HealthCheckHelper.invokeReadiness(context, "full"))
                .extracting(result -> result.getState() + " " + result.getMessage())
                .anyMatch(result -> result.startsWith("DOWN") && result.contains("has not granted a subscription")));
    }

    @ParameterizedTest
    @EnumSource
    void eachDevicePublishesItsOwn(Dsl dsl) throws Exception {
        run(dsl, "many");
        template.sendBodyAndHeader("direct:fleet", "one", "device", DEVICE);
        template.sendBodyAndHeader("direct:fleet", "two", "device", OTHER_DEVICE);
        assertThat(received(DEVICE)).containsExactly("one");
        assertThat(received(OTHER_DEVICE)).containsExactly("two");
    }

    @Test
    void subscriptionWithoutPermissionFailsTheStart() {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("iotcloud:topic?name=room/not/defined").to("mock:nothing");
                    }
                }))
                .isInstanceOf(SubscriptionRefusedException.class)
                .hasMessageContaining("console");
    }

    @Test
    void publishingWithoutPermissionIsNotConfirmed() {
        assertThatThrownBy(
                        () -> template.requestBody("iotcloud:topic?name=room/setpoint&requestTimeout=300", "not mine"))
                .hasCauseInstanceOf(ExchangeTimedOutException.class);
    }

    private List<String> received(String device) {
        return cloud.received(PRODUCT, device, "room/temperature").stream()
                .map(ReceivedMessage::text)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
