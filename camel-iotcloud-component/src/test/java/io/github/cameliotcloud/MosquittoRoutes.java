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

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testinfra.MosquittoService;

/** Routes against a real Mosquitto, which takes any credentials; run with each transport. */
abstract class MosquittoRoutes extends CamelTestSupport {

    @RegisterExtension
    static final MosquittoService MOSQUITTO = new MosquittoService();

    private final String transport;

    MosquittoRoutes(String transport) {
        this.transport = transport;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void messagesGoUpAndComeDownInOrder(int qos) throws Exception {
        String uri = uri("data", "qos=" + qos);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:up").to(uri);
                from(uri).convertBodyTo(String.class).to("mock:down");
            }
        });
        MockEndpoint down = getMockEndpoint("mock:down");
        down.expectedBodiesReceived(
                IntStream.range(0, 100).mapToObj(String::valueOf).toList());
        for (int i = 0; i < 100; i++) {
            template.requestBody("direct:up", String.valueOf(i));
        }
        down.assertIsSatisfied();
        assertThat(down.getExchanges())
                .allSatisfy(exchange -> assertThat(exchange.getMessage().getHeader(IotCloudConstants.QOS))
                        .isEqualTo(qos));
    }

    @Test
    void blockedRouteLeavesTheRestInTheBroker() throws Exception {
        // GIVEN Mosquitto sends at most 20 messages without PUBACK, and the route acknowledges none
        CountDownLatch release = new CountDownLatch(1);
        String in = uri("data", "cleanSession=false");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(in).routeId("blocked")
                        .process(exchange -> release.await(20, TimeUnit.SECONDS))
                        .to("mock:down");
            }
        });
        for (int i = 0; i < 200; i++) {
            template.requestBody(in, String.valueOf(i));
        }
        IotCloudConsumer consumer =
                (IotCloudConsumer) context.getRoute("blocked").getConsumer();
        assertThat(consumer.getPendingExchangesSize()).isBetween(1, 20);

        MockEndpoint down = getMockEndpoint("mock:down");
        down.expectedMessageCount(200);
        release.countDown();
        down.assertIsSatisfied();
    }

    private String uri(String channel, String options) {
        return "iotcloud:" + channel + "?product=MOSQUITTO1&device=" + transport
                + "&deviceSecret=RAW(AAECAwQFBgcICQoLDA0ODw==)&brokerUrl=" + MOSQUITTO.brokerUrl()
                + "&reconnectDelay=50&transport=" + transport + "&" + options;
    }
}
