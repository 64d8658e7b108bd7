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
package io.github.cameliotcloud.fuzz;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ShutdownAware;

import com.fasterxml.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.session.SessionState;
import io.github.cameliotcloud.shadow.ShadowCodec;
import io.github.cameliotcloud.simulator.IotCloudSimulator;

/**
 * Routes of one device, and the cloud that sends them hostile payloads: on the shadow's topic, where most are malformed,
 * and on the control topic, where all are legal. Two routes read the shadow: one that
 * reports what it got, with the log as exception handler, and one that counts what is malformed.
 */
final class Downlink implements AutoCloseable {

    private static final String PRODUCT = "ABC1234567";
    private static final String DEVICE = "dev-01";
    private static final String SECRET = "ab+c/efgAAECAwQFBgcICQ==";
    private static final String SHADOW = "$shadow/operation/result/" + PRODUCT + "/" + DEVICE;
    private static final String CONTROL = PRODUCT + "/" + DEVICE + "/control";
    /** Fewer than would fill a queue, or the 150 places for unacknowledged messages. */
    private static final int BATCH = 200;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final long seed;
    private final Random random;
    private final long start = System.nanoTime();
    private final IotCloudSimulator cloud =
            IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
    private final CamelContext camel = new DefaultCamelContext();
    private final ShadowCodec codec = new ShadowCodec();
    private final ExpectedPayloads control = new ExpectedPayloads();
    private final AtomicInteger exchanges = new AtomicInteger();
    private final AtomicInteger malformed = new AtomicInteger();
    private volatile JsonNode lastDelta;
    private int shadow;
    private int sentMalformed;

    Downlink(String transport, long seed) throws Exception {
        this.seed = seed;
        this.random = new Random(seed);
        camel.start();
        RouteBuilder.addRoutes(
                camel,
                routes -> routes.from(uri("shadow", transport) + "&events=all&onSuccess=report")
                        .process(this::shadowChanged));
        RouteBuilder.addRoutes(camel, routes -> {
            routes.onException(MalformedMessageException.class)
                    .handled(true)
                    .process(exchange -> malformed.incrementAndGet());
            routes.from(uri("shadow", transport) + "&bridgeErrorHandler=true").stop();
        });
        RouteBuilder.addRoutes(
                camel,
                routes -> routes.from(uri("control", transport) + "&qos=1")
                        .process(exchange ->
                                control.arrived(exchange.getMessage().getBody(byte[].class))));
    }

    /** Sends that many payloads; when this returns, the routes are done with them. */
    void send(int payloads) {
        for (int i = 1; i <= payloads; i++) {
            byte[] payload = HostilePayloads.next(random);
            if (random.nextBoolean()) {
                sendControl(payload);
            } else {
                sendShadow(payload);
            }
            if (i % BATCH == 0 || i == payloads) {
                awaitQuiet();
            }
        }
    }

    void assertEachWentWhereItBelongs() {
        assertThat(malformed).hasPositiveValue().hasValue(sentMalformed);
        assertThat(exchanges).hasPositiveValue();
    }

    Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void assertStillTheFirstConnection() {
        assertThat(cloud.connectCount(PRODUCT, DEVICE)).isEqualTo(1);
        assertThat(camel.getComponent("iotcloud", IotCloudComponent.class)
                        .sessions()
                        .sessions())
                .singleElement()
                .satisfies(session -> assertThat(session.status().state()).isEqualTo(SessionState.CONNECTED));
    }

    void assertGoodMessagesStillArrive() {
        cloud.setDesired(PRODUCT, DEVICE, "{\"after\":\"fuzz\"}");
        await("delta")
                .atMost(LIMIT)
                .until(() ->
                        lastDelta != null && lastDelta.path("after").asText().equals("fuzz"));
        sendControl("{\"after\":\"fuzz\"}".getBytes(UTF_8));
        awaitQuiet();
    }

    private void sendShadow(byte[] payload) {
        shadow++;
        try {
            codec.decode(payload);
        } catch (MalformedMessageException e) {
            sentMalformed++;
        }
        cloud.faults().sendRaw(PRODUCT, DEVICE, SHADOW, payload, 0);
    }

    private void sendControl(byte[] payload) {
        control.add(payload);
        cloud.faults().sendRaw(PRODUCT, DEVICE, CONTROL, payload, 1);
    }

    /** A control message is sent last: when it has arrived, all before it are in the queues at least. */
    private void awaitQuiet() {
        sendControl(new byte[] {1});
        await("all processed, seed " + seed)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> control.mistake() != null || control.areAllHere() && waitingExchanges() == 0);
        assertThat(control.mistake()).as("control messages, seed %d", seed).isNull();
    }

    private int waitingExchanges() {
        return camel.getRoutes().stream()
                .map(Route::getConsumer)
                .mapToInt(consumer -> ((ShutdownAware) consumer).getPendingExchangesSize())
                .sum();
    }

    private void shadowChanged(Exchange exchange) {
        exchanges.incrementAndGet();
        if ("delta".equals(exchange.getMessage().getHeader("CamelIotCloudOperation"))) {
            lastDelta = exchange.getMessage().getBody(JsonNode.class);
        }
    }

    private String uri(String channel, String transport) {
        return "iotcloud:" + channel + "?product=" + PRODUCT + "&device=" + DEVICE + "&deviceSecret=RAW(" + SECRET
                + ")&brokerUrl=" + cloud.brokerUrl() + "&transport=" + transport;
    }

    @Override
    public void close() throws Exception {
        try {
            camel.close();
        } finally {
            cloud.close();
        }
    }

    @Override
    public String toString() {
        return "shadow=" + shadow + " malformed=" + malformed + " exchanges=" + exchanges + " control="
                + control.count() + " reconnects=" + (cloud.connectCount(PRODUCT, DEVICE) - 1);
    }
}
