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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** A {@code toD} whose cache has room for one producer stops those of other devices, whatever they are doing. */
class EvictedProducersIT extends CamelTestSupport {

    private static final String PRODUCT = "ABC1234567";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

    private IotCloudSimulator simulator;

    @BeforeEach
    void startSimulator() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, "slow", SECRET)
                .device(PRODUCT, "second", SECRET)
                .device(PRODUCT, "third", SECRET)
                .start();
        IotCloudConfiguration configuration =
                context.getComponent("iotcloud", IotCloudComponent.class).getConfiguration();
        configuration.setBrokerUrl(simulator.brokerUrl());
        configuration.setDeviceSecret(SECRET);
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:events").toD("iotcloud:event?product=" + PRODUCT + "&device=${header.device}&qos=1", 1);
                from("direct:without-cache")
                        .toD("iotcloud:event?product=" + PRODUCT + "&device=${header.device}&qos=1", -1);
            }
        };
    }

    @Test
    void evictedProducerWaitsForThePubAckAndThenDisconnects() throws Exception {
        simulator.faults().delayPubAcks(PRODUCT, "slow", Duration.ofSeconds(3));
        CompletableFuture<Exchange> slow = send("slow");
        await().until(() -> !simulator.received(PRODUCT, "slow", "event").isEmpty());

        assertThat(send("second").get(5, TimeUnit.SECONDS).getException()).isNull();
        assertThat(send("third").get(5, TimeUnit.SECONDS).getException()).isNull();

        assertThat(slow).as("answered when it was evicted").isNotDone();
        assertThat(slow.get(10, TimeUnit.SECONDS).getException()).isNull();
        await().untilAsserted(
                        () -> assertThat(simulator.connections(PRODUCT, "slow")).isZero());
        assertThat(simulator.connections(PRODUCT, "third")).isOne();
    }

    @Test
    void producerThatIsStoppedBeforeItsUseStillSends() throws Exception {
        AsyncProducer inUse = producer();
        AsyncProducer stopped = producer();
        stopped.stop();
        Exchange exchange = stopped.getEndpoint().createExchange();
        exchange.getMessage().setBody("{}");

        stopped.processAsync(exchange).get(5, TimeUnit.SECONDS);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.received(PRODUCT, "second", "event")).hasSize(1);
        inUse.stop();
        await().untilAsserted(() -> assertThat(simulator.totalConnections()).isZero());
    }

    @Test
    void withoutCacheTheDeviceDisconnectsAfterItsMessage() {
        template.requestBodyAndHeader("direct:without-cache", "{}", "device", "second");

        assertThat(simulator.received(PRODUCT, "second", "event")).hasSize(1);
        await().untilAsserted(() -> assertThat(simulator.totalConnections()).isZero());
    }

    private AsyncProducer producer() throws Exception {
        AsyncProducer producer = context.getEndpoint("iotcloud:event?product=" + PRODUCT + "&device=second&qos=1")
                .createAsyncProducer();
        producer.start();
        return producer;
    }

    private CompletableFuture<Exchange> send(String device) {
        return template.asyncSend("direct:events", exchange -> {
            exchange.getMessage().setBody("{}");
            exchange.getMessage().setHeader("device", device);
        });
    }
}
