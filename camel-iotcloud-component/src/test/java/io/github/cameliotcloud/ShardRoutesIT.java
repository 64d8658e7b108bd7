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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.fleet.LiveDeviceFleet;
import io.github.cameliotcloud.fleet.Shard;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.ReceivedMessage;
import io.github.cameliotcloud.testing.SwitchedClusterService;

/** Two nodes that share a fleet, each part on the node that leads its namespace. */
class ShardRoutesIT {

    private static final String PRODUCT = "ABC1234567";
    private static final int SHARDS = 4;
    private static final List<DeviceIdentity> FLEET = IntStream.range(0, 12)
            .mapToObj("boiler-%02d"::formatted)
            .map(device -> new DeviceIdentity(PRODUCT, device))
            .toList();
    private static final DeviceIdentity BOILER = FLEET.get(0);
    private static final Shard ITS_SHARD = Shard.of(BOILER, SHARDS);
    private static final String NAMESPACE = "boilers-" + ITS_SHARD.index();

    private final IotCloudSimulator cloud = simulator();
    private final Node one = new Node();
    private final Node two = new Node();

    @AfterEach
    void stop() {
        one.camel.stop();
        two.camel.stop();
        cloud.close();
    }

    @Test
    void nodeConnectsTheDevicesOfTheShardsThatItLeadsAndNoOthers() throws Exception {
        one.serve("shadow", exchange -> {});
        two.serve("shadow", exchange -> {});
        assertThat(cloud.totalConnections()).as("nobody leads").isZero();
        for (Shard shard : Shard.all(SHARDS)) {
            (shard.index() % 2 == 0 ? one : two).cluster.lead("boilers-" + shard.index());
        }
        await().until(() -> cloud.totalConnections() == FLEET.size());
        assertThat(one.devices()).hasSizeBetween(1, FLEET.size() - 1).doesNotContainAnyElementsOf(two.devices());
        assertThat(one.devices()).allMatch(device -> Shard.of(device, SHARDS).index() % 2 == 0);
    }

    @Test
    void nodeThatLosesAShardHasDisconnectedItsDevicesWhenItHasHeardOfIt() throws Exception {
        one.serve("control", exchange -> {});
        one.lead();
        one.cluster.lose(NAMESPACE);
        assertThat(one.devices()).isEmpty();
        await().until(() -> cloud.totalConnections() == 0);
    }

    @Test
    void nextOwnerGetsWhatCameWhileThereWasNone() throws Exception {
        one.serve("control", exchange -> {});
        two.serve("control", exchange -> {});
        one.lead();
        one.cluster.lose(NAMESPACE);
        await().until(() -> cloud.connections(PRODUCT, BOILER.device()) == 0);

        cloud.publishControl(PRODUCT, BOILER.device(), "meanwhile");
        MockEndpoint received = two.expect(1);
        two.lead();
        received.assertIsSatisfied();
        assertThat(received.getExchanges().get(0).getMessage().getBody(String.class))
                .isEqualTo("meanwhile");
    }

    @Test
    void nextOwnerFindsWhatWasDesiredMeanwhileInTheDocument() throws Exception {
        one.serve("shadow", exchange -> {});
        two.serve("shadow", exchange -> {});
        one.lead();
        one.cluster.lose(NAMESPACE);

        cloud.setDesired(PRODUCT, BOILER.device(), "{\"temperature\":20}");
        two.lead();
        await().untilAsserted(
                        () -> assertThat(cloud.shadow(PRODUCT, BOILER.device()).at("/state/reported"))
                                .hasToString("{\"temperature\":20}"));
    }

    @Test
    void exchangeInWorkEndsAndIsAcknowledgedByTheNodeThatHadIt() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        one.serve("control", exchange -> {
            reached.countDown();
            goOn.await(20, TimeUnit.SECONDS);
        });
        two.serve("control", exchange -> {});
        one.lead();
        cloud.publishControl(PRODUCT, BOILER.device(), "in work");
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();

        MockEndpoint ended = one.expect(1);
        CompletableFuture<Void> lost = CompletableFuture.runAsync(one::lose);
        goOn.countDown();
        lost.get(10, TimeUnit.SECONDS);
        ended.assertIsSatisfied();

        MockEndpoint received = two.expect(1);
        two.lead();
        cloud.publishControl(PRODUCT, BOILER.device(), "the next");
        received.assertIsSatisfied();
        assertThat(received.getExchanges().get(0).getMessage().getBody(String.class))
                .isEqualTo("the next");
    }

    @Test
    void exchangeThatDoesNotEndIsLeftToTheNextOwner() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch hang = new CountDownLatch(1);
        one.serve("control", exchange -> {
            reached.countDown();
            hang.await(20, TimeUnit.SECONDS);
        });
        two.serve("control", exchange -> {});
        one.lead();
        cloud.publishControl(PRODUCT, BOILER.device(), "hangs");
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        one.cluster.lose(NAMESPACE);
        assertThat(hang.getCount()).as("it hangs still").isOne();
        assertThat(one.devices()).isEmpty();

        MockEndpoint received = two.expect(1);
        two.lead();
        received.assertIsSatisfied();
        hang.countDown();
    }

    @Test
    void healthShowsTheShardsOfTheNodeAndNoOthers() throws Exception {
        one.serve("shadow", exchange -> {});
        assertThat(one.health()).isEmpty();
        one.lead();
        await().untilAsserted(() -> assertThat(one.health()).singleElement().satisfies(result -> {
            assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(result.getCheck().getId()).startsWith("consumer:iotcloud://shadow?fleet=%23fleet");
            assertThat(result.getDetails()).containsEntry("iotcloud.ready", membersOfTheShard());
        }));
        one.cluster.lose(NAMESPACE);
        assertThat(one.health()).isEmpty();
    }

    @Test
    void jmxShowsHowManyDevicesOfTheShardAreConnected() throws Exception {
        one.serve("shadow", exchange -> {});
        one.lead();
        IotCloudEndpoint endpoint = one.camel.getEndpoints().stream()
                .filter(IotCloudEndpoint.class::isInstance)
                .map(IotCloudEndpoint.class::cast)
                .filter(served -> served.getShard().equals(ITS_SHARD.toString()))
                .findFirst()
                .orElseThrow();
        await().untilAsserted(() ->
                assertThat((long) endpoint.getFleetDevicesConnected()).isEqualTo(membersOfTheShard()));
        assertThat((long) endpoint.getFleetDevices()).isEqualTo(membersOfTheShard());
        one.cluster.lose(NAMESPACE);
        assertThat(endpoint.getFleetDevices()).isZero();
    }

    @Test
    void producerOfAShardRefusesADeviceOfAnotherAndSaysWhichItIs() throws Exception {
        one.camel.start();
        Shard other = new Shard((ITS_SHARD.index() + 1) % SHARDS, SHARDS);
        assertThatThrownBy(() -> one.send("iotcloud:event?fleet=#fleet&shard=" + other, "x"))
                .rootCause()
                .hasMessage("the headers CamelIotCloudProduct and CamelIotCloudDevice name " + BOILER + " of shard "
                        + ITS_SHARD + ", but this endpoint serves shard " + other
                        + "; send from the route that has the device's shard");
        one.send("iotcloud:event?fleet=#fleet&offlinePolicy=wait&shard=" + ITS_SHARD, "y");
        assertThat(cloud.received()).extracting(ReceivedMessage::text).containsExactly("y");
    }

    @Test
    void wrongShardFailsAtStartAlsoBehindMaster() {
        one.camel.start();
        assertThatThrownBy(() -> one.route("master:boilers-8:iotcloud:shadow?fleet=#fleet&shard=8/8", exchange -> {}))
                .isInstanceOf(FailedToCreateRouteException.class)
                .hasRootCauseMessage("Option shard=8/8: the parts count from 0, so use 0/8 to 7/8");
    }

    private static long membersOfTheShard() {
        return FLEET.stream().filter(ITS_SHARD::contains).count();
    }

    private static IotCloudSimulator simulator() {
        var builder = IotCloudSimulator.builder();
        FLEET.forEach(device -> builder.device(PRODUCT, device.device()));
        return builder.start();
    }

    private final class Node {

        final SwitchedClusterService cluster = new SwitchedClusterService();
        final DefaultCamelContext camel = new DefaultCamelContext();

        Node() {
            try {
                camel.addService(cluster);
                HealthCheckRegistry registry = new DefaultHealthCheckRegistry(camel);
                registry.register(registry.resolveById("consumers"));
                camel.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            camel.getRegistry().bind("fleet", new LiveDeviceFleet(FLEET));
            SecretResolver secrets = device -> cloud.secrets().of(device.product(), device.device());
            IotCloudConfiguration options =
                    camel.getComponent("iotcloud", IotCloudComponent.class).getConfiguration();
            options.setSecretResolver(secrets);
            options.setBrokerUrl(cloud.brokerUrl());
            options.setCleanSession(false);
        }

        /** Starts a route for each shard, which waits to be the leader. */
        void serve(String channel, Processor step) throws Exception {
            for (Shard shard : Shard.all(SHARDS)) {
                String options = channel.equals("shadow") ? "&onSuccess=report" : "";
                route(
                        "master:boilers-" + shard.index() + ":iotcloud:" + channel + "?fleet=#fleet&shard=" + shard
                                + options,
                        step);
            }
            camel.start();
        }

        void route(String uri, Processor step) throws Exception {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri).process(step).to("mock:received");
                }
            });
        }

        void lead() throws Exception {
            cluster.lead(NAMESPACE);
            await().until(() -> cloud.subscriptions(PRODUCT, BOILER.device()).size() == 1);
        }

        void lose() {
            try {
                cluster.lose(NAMESPACE);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        MockEndpoint expect(int messages) {
            MockEndpoint received = camel.getEndpoint("mock:received", MockEndpoint.class);
            received.expectedMessageCount(messages);
            return received;
        }

        List<DeviceIdentity> devices() {
            return camel.getComponent("iotcloud", IotCloudComponent.class).sessions().sessions().stream()
                    .map(session -> session.identity())
                    .toList();
        }

        Collection<HealthCheck.Result> health() {
            Stream<HealthCheck.Result> all = HealthCheckHelper.invokeReadiness(camel, "full").stream();
            return all.filter(result -> result.getCheck().getId().contains("iotcloud"))
                    .toList();
        }

        void send(String uri, String body) {
            camel.createProducerTemplate()
                    .sendBodyAndHeaders(
                            uri,
                            body,
                            Map.of(IotCloudConstants.PRODUCT, PRODUCT, IotCloudConstants.DEVICE, BOILER.device()));
        }
    }
}
