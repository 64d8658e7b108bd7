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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.fleet.LiveDeviceFleet;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.ReceivedMessage;

/** One endpoint for many devices. */
class FleetRoutesIT extends CamelTestSupport {

    private static final String PRODUCT = "ABC1234567";
    private static final String WRONG_SECRET = "d3Jvbmctc2VjcmV0LTAwMQ==";

    private final IotCloudSimulator cloud = IotCloudSimulator.builder()
            .device(PRODUCT, "one")
            .device(PRODUCT, "two")
            .device(PRODUCT, "bad")
            .start();
    private final LiveDeviceFleet fleet = new LiveDeviceFleet(List.of(identity("one"), identity("two")));

    @TempDir
    private Path folder;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry(camel);
        registry.register(registry.resolveById("consumers"));
        camel.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        return camel;
    }

    @AfterEach
    void stop() {
        context.stop();
        cloud.close();
    }

    @Test
    void consumerReceivesMessagesOfAllDevicesWithTheirNames() throws Exception {
        start("iotcloud:control?fleet=#fleet");
        MockEndpoint received = mock(2);
        cloud.publishControl(PRODUCT, "one", "for one");
        cloud.publishControl(PRODUCT, "two", "for two");
        received.assertIsSatisfied();
        assertThat(received.getExchanges())
                .extracting(
                        exchange -> exchange.getMessage().getHeader(IotCloudConstants.PRODUCT),
                        exchange -> exchange.getMessage().getHeader(IotCloudConstants.DEVICE),
                        exchange -> exchange.getMessage().getBody(String.class))
                .containsExactlyInAnyOrder(tuple(PRODUCT, "one", "for one"), tuple(PRODUCT, "two", "for two"));
    }

    @Test
    void deltaOfEachDeviceIsReportedBack() throws Exception {
        start("iotcloud:shadow?fleet=#fleet&onSuccess=report");
        cloud.setDesired(PRODUCT, "one", "{\"t\":1}");
        cloud.setDesired(PRODUCT, "two", "{\"t\":2}");
        await().untilAsserted(() -> {
            assertThat(reported("one")).isEqualTo("{\"t\":1}");
            assertThat(reported("two")).isEqualTo("{\"t\":2}");
        });
    }

    @Test
    void deviceMayComeAndGoWhileTheRouteRuns() throws Exception {
        start("iotcloud:control?fleet=#fleet");
        fleet.remove(identity("one"));
        await().until(() -> cloud.connections(PRODUCT, "one") == 0);
        assertThat(cloud.connections(PRODUCT, "two")).isOne();

        MockEndpoint received = mock(1);
        component().setMaxConnectRate(0);
        fleet.add(identity("bad"));
        await().until(() -> !cloud.subscriptions(PRODUCT, "bad").isEmpty());
        cloud.publishControl(PRODUCT, "bad", "welcome");
        received.assertIsSatisfied();
    }

    @Test
    void deviceThatIsRefusedKeepsNoOtherFromItsMessagesAndIsNamedByHealth() throws Exception {
        fleet.add(identity("bad"));
        context.getRegistry().bind("secrets", secrets("bad"));
        start("iotcloud:control?fleet=#fleet");
        MockEndpoint received = mock(1);
        cloud.publishControl(PRODUCT, "one", "go on");
        received.assertIsSatisfied();

        HealthCheck.Result health =
                await().until(this::health, result -> worst(result).size() == 1);
        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails()).containsEntry("iotcloud.devices", 3).containsEntry("iotcloud.connected", 2);
        assertThat(worst(health)).first().asString().startsWith(PRODUCT + "/bad: REFUSED since ");
    }

    @Test
    void healthIsDownWhileTooFewDevicesAreConnected() throws Exception {
        fleet.add(identity("bad"));
        context.getRegistry().bind("secrets", secrets("bad"));
        start("iotcloud:control?fleet=#fleet&minConnected=100");
        HealthCheck.Result health =
                await().until(this::health, result -> worst(result).size() == 1);
        assertThat(health.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.getMessage()).hasValue("2 of 3 devices are connected and subscribed, fewer than 100 percent");
    }

    @Test
    void routeThatHangsForOneDeviceGoesOnForTheOthers() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        startRoute("iotcloud:control?fleet=#fleet", exchange -> {
            if ("one".equals(exchange.getMessage().getHeader(IotCloudConstants.DEVICE))) {
                hang.await(20, TimeUnit.SECONDS);
            }
        });
        MockEndpoint received = mock(3);
        cloud.publishControl(PRODUCT, "one", "hangs");
        cloud.publishControl(PRODUCT, "two", "1");
        cloud.publishControl(PRODUCT, "two", "2");
        await().until(() -> received.getReceivedCounter() == 2);
        assertThat(received.getExchanges())
                .extracting(exchange -> exchange.getMessage().getBody(String.class))
                .containsExactly("1", "2");
        hang.countDown();
        received.assertIsSatisfied();
    }

    @Test
    void producerSendsToTheDeviceThatTheHeadersName() throws Exception {
        startProducer("iotcloud:event?fleet=#fleet");
        await().until(() -> cloud.totalConnections() == 2);
        send("one", "from one");
        send("two", "from two");
        assertThat(cloud.received())
                .extracting(ReceivedMessage::topic, ReceivedMessage::text)
                .containsExactly(tuple(PRODUCT + "/one/event", "from one"), tuple(PRODUCT + "/two/event", "from two"));
    }

    @Test
    void messageForADeviceOutsideOfTheFleetIsRefused() throws Exception {
        startProducer("iotcloud:event?fleet=#fleet");
        assertThatThrownBy(() -> send("bad", "x"))
                .isInstanceOf(CamelExecutionException.class)
                .rootCause()
                .isInstanceOf(InvalidMessageException.class)
                .hasMessage(
                        "the headers CamelIotCloudProduct and CamelIotCloudDevice name ABC1234567/bad, which is not in"
                                + " the fleet; add it there, or correct the headers");
        assertThatThrownBy(() -> template.sendBody("direct:in", "x"))
                .rootCause()
                .hasMessageStartingWith("header CamelIotCloudProduct is not set");
    }

    @Test
    void fileWithSecretsIsAFleet() throws Exception {
        Path file = folder.resolve("devices.csv");
        Files.writeString(
                file,
                "product,device,secret\n" + PRODUCT + ",one," + cloud.secrets().of(PRODUCT, "one") + "\n");
        component().getConfiguration().setBrokerUrl(cloud.brokerUrl());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("iotcloud:control?fleet=file:" + file).to("mock:received");
            }
        });
        MockEndpoint received = mock(1);
        await().until(() -> !cloud.subscriptions(PRODUCT, "one").isEmpty());
        cloud.publishControl(PRODUCT, "one", "x");
        received.assertIsSatisfied();
    }

    @Test
    void connectionThatIsNotUsedIsClosedAndOpenedAgainForTheNextMessage() throws Exception {
        startProducer("iotcloud:event?fleet=#fleet&idleTimeout=200&reconnectDelay=100");
        assertThat(cloud.totalConnections()).as("before the first message").isZero();
        send("one", "1");
        await().until(() -> cloud.connections(PRODUCT, "one") == 0);
        send("one", "2");
        assertThat(cloud.received()).extracting(ReceivedMessage::text).containsExactly("1", "2");
        assertThat(cloud.connectCount(PRODUCT, "one")).isEqualTo(2);
        assertThat(cloud.connectCount(PRODUCT, "two")).isZero();
    }

    @Test
    void oneDeviceMaySleepToo() throws Exception {
        context.getRegistry().bind("secrets", secrets("none"));
        component().getConfiguration().setBrokerUrl(cloud.brokerUrl());
        String uri = "iotcloud:event?product=" + PRODUCT + "&device=one&secretResolver=#secrets"
                + "&idleTimeout=200&reconnectDelay=100";
        template.sendBody(uri, "1");
        await().until(() -> cloud.connections(PRODUCT, "one") == 0);
        template.sendBody(uri, "2");
        assertThat(cloud.received()).extracting(ReceivedMessage::text).containsExactly("1", "2");
    }

    @Test
    void stopDisconnectsADeviceThatLeftWhileTheRouteHangsForIt() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch hang = new CountDownLatch(1);
        startRoute("iotcloud:control?fleet=#fleet", exchange -> {
            reached.countDown();
            hang.await(20, TimeUnit.SECONDS);
        });
        cloud.publishControl(PRODUCT, "one", "hangs");
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        fleet.remove(identity("one"));
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
        assertThat(hang.getCount()).as("the route hangs still").isOne();
        await().until(() -> cloud.totalConnections() == 0);
        assertThat(component().sessions().sessions()).isEmpty();
        hang.countDown();
    }

    @Test
    void stopDisconnectsEveryDevice() throws Exception {
        start("iotcloud:control?fleet=#fleet");
        context.stop();
        await().until(() -> cloud.totalConnections() == 0);
        assertThat(component().sessions().sessions()).isEmpty();
    }

    @Test
    void suspendedRouteTakesNothingAndGoesOnWithDevicesThatCameMeanwhile() throws Exception {
        start("iotcloud:control?fleet=#fleet");
        context.getRouteController().suspendRoute("fleet");
        await().until(() -> cloud.subscriptions(PRODUCT, "one").isEmpty());
        fleet.add(identity("bad"));

        MockEndpoint received = mock(2);
        context.getRouteController().resumeRoute("fleet");
        await().until(() -> !cloud.subscriptions(PRODUCT, "one").isEmpty()
                && !cloud.subscriptions(PRODUCT, "bad").isEmpty());
        cloud.publishControl(PRODUCT, "one", "again");
        cloud.publishControl(PRODUCT, "bad", "new");
        received.assertIsSatisfied();
    }

    @Test
    void deviceOfAllOtherEndpointsIsNotThatOfAFleet() throws Exception {
        configure();
        component().getConfiguration().setProduct(PRODUCT);
        component().getConfiguration().setDevice("bad");
        start("iotcloud:control?fleet=#fleet");
        assertThat(cloud.connections(PRODUCT, "bad")).isZero();
    }

    private void start(String uri) throws Exception {
        startRoute(uri, exchange -> {});
    }

    private void startRoute(String uri, Processor step) throws Exception {
        configure();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("fleet").process(step).to("mock:received");
            }
        });
        await().until(() -> !cloud.subscriptions(PRODUCT, "one").isEmpty()
                && !cloud.subscriptions(PRODUCT, "two").isEmpty());
    }

    private void startProducer(String uri) throws Exception {
        configure();
        component().getConfiguration().setOfflinePolicy(OfflinePolicy.WAIT);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
    }

    private void configure() {
        context.getRegistry().bind("fleet", fleet);
        if (context.getRegistry().lookupByName("secrets") == null) {
            context.getRegistry().bind("secrets", secrets("none"));
        }
        component().getConfiguration().setBrokerUrl(cloud.brokerUrl());
    }

    private SecretResolver secrets(String wrong) {
        return device ->
                device.device().equals(wrong) ? WRONG_SECRET : cloud.secrets().of(device.product(), device.device());
    }

    private void send(String device, String body) {
        template.sendBodyAndHeaders(
                "direct:in", body, Map.of(IotCloudConstants.PRODUCT, PRODUCT, IotCloudConstants.DEVICE, device));
    }

    private HealthCheck.Result health() {
        return HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("consumer:"))
                .findFirst()
                .orElseThrow();
    }

    private static List<?> worst(HealthCheck.Result health) {
        return (List<?>) health.getDetails().get("iotcloud.worst");
    }

    private MockEndpoint mock(int messages) {
        MockEndpoint received = getMockEndpoint("mock:received");
        received.expectedMessageCount(messages);
        return received;
    }

    private IotCloudComponent component() {
        return context.getComponent("iotcloud", IotCloudComponent.class);
    }

    private String reported(String device) {
        return cloud.shadow(PRODUCT, device).path("state").path("reported").toString();
    }

    private static DeviceIdentity identity(String device) {
        return new DeviceIdentity(PRODUCT, device);
    }
}
