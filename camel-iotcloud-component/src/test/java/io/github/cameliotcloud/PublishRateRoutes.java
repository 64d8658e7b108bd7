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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.ReceivedMessage;

/** The option maxPublishRate against the simulator; run with each transport. */
abstract class PublishRateRoutes extends CloudRoutes {

    private static final int RATE = 20;

    private final List<AsyncProducer> producers = new ArrayList<>();

    PublishRateRoutes(String transport) {
        super(transport);
    }

    @AfterEach
    void disconnect() {
        producers.forEach(AsyncProducer::stop);
    }

    @Test
    void twoEndpointsOfADeviceShareItsRateAndKeepTheirOrder() throws Exception {
        // GIVEN two connected endpoints
        AsyncProducer events = connected("event");
        AsyncProducer data = connected("data");

        // WHEN
        Instant begin = Instant.now();
        for (int i = 0; i < 20; i++) {
            send(events, i);
            send(data, i);
        }
        await().until(() -> cloud.simulator().received().size() == 40);

        // THEN a message may arrive late, but never before its turn: the first at once, each other 50 ms behind
        List<ReceivedMessage> received = cloud.simulator().received();
        for (int i = 0; i < received.size(); i++) {
            assertThat(received.get(i).at())
                    .as("message %d", i)
                    .isAfterOrEqualTo(begin.plus(Duration.ofSeconds(i).dividedBy(RATE)));
        }
        for (String channel : List.of("event", "data")) {
            assertThat(cloud.simulator().received(PRODUCT, DEVICE, channel))
                    .extracting(ReceivedMessage::text)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 20).mapToObj(String::valueOf).toList());
        }
    }

    private AsyncProducer connected(String channel) throws Exception {
        AsyncProducer producer =
                context.getEndpoint(uri(channel, "maxPublishRate=" + RATE)).createAsyncProducer();
        producer.start();
        producers.add(producer);
        return producer;
    }

    private static void send(AsyncProducer producer, int number) {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(String.valueOf(number));
        producer.process(exchange, doneSync -> {});
    }
}
