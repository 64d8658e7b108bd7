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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.ReceivedMessage;

class EventPageIT extends ChannelPage {

    EventPageIT() {
        super("event");
    }

    @ParameterizedTest
    @EnumSource
    void bodyReachesTheCloudConfirmed(Dsl dsl) throws Exception {
        run(dsl, "first");
        Object body = template.requestBody("direct:readings", "21 degrees");
        assertThat(body).isEqualTo("21 degrees");
        assertThat(cloud.received(PRODUCT, DEVICE, "event")).singleElement().satisfies(event -> {
            assertThat(event.text()).isEqualTo("21 degrees");
            assertThat(event.qos()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void objectIsSentAsJson(Dsl dsl) throws Exception {
        run(dsl, "json");
        template.sendBody("direct:readings", Map.of("temperature", 21));
        assertThat(texts()).containsExactly("{\"temperature\":21}");
    }

    @ParameterizedTest
    @EnumSource
    void qos0IsNotConfirmed(Dsl dsl) throws Exception {
        run(dsl, "qos");
        cloud.faults().swallowPubAcks(PRODUCT, DEVICE, true);
        template.requestBody("direct:readings", "21");
        awaitEventWithQos(0);
    }

    @ParameterizedTest
    @EnumSource
    void headerDecidesForOneMessage(Dsl dsl) throws Exception {
        run(dsl, "qos-header");
        template.sendBody("direct:alarms", "hot");
        awaitEventWithQos(1);
    }

    @ParameterizedTest
    @EnumSource
    void messageWaitsForTheConnection(Dsl dsl) throws Exception {
        run(dsl, "wait");
        CompletableFuture<Object> sent = sendWhileTheCloudIsAway();
        assertThat(sent).isNotDone();
        cloud.faults().comeBack();
        sent.join();
        assertThat(texts()).containsExactly("21");
    }

    @ParameterizedTest
    @EnumSource
    void messageIsSentAgainAfterAnOutage(Dsl dsl) throws Exception {
        run(dsl, "redeliver");
        CompletableFuture<Object> sent = sendWhileTheCloudIsAway();
        assertThat(sent).isNotDone();
        cloud.faults().comeBack();
        sent.join();
        assertThat(texts()).containsExactly("21");
    }

    @ParameterizedTest
    @EnumSource
    void eachDeviceSendsItsOwn(Dsl dsl) throws Exception {
        run(dsl, "many");
        template.sendBodyAndHeader("direct:fleet", "one", "device", DEVICE);
        template.sendBodyAndHeader("direct:fleet", "two", "device", OTHER_DEVICE);
        assertThat(texts()).containsExactly("one");
        assertThat(cloud.received(PRODUCT, OTHER_DEVICE, "event"))
                .extracting(ReceivedMessage::text)
                .containsExactly("two");
    }

    /** How slow it is, is tested elsewhere with a clock that is moved by hand. */
    @ParameterizedTest
    @EnumSource
    void rateIsLimitedAndAllArrive(Dsl dsl) throws Exception {
        run(dsl, "rate");
        IntStream.range(0, 5)
                .mapToObj(i -> template.asyncSendBody("direct:readings", "reading " + i))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(texts()).hasSize(5);
        assertThat(context.getEndpoints())
                .anySatisfy(endpoint -> assertThat(endpoint.getEndpointUri()).contains("maxPublishRate=20"));
    }

    private CompletableFuture<Object> sendWhileTheCloudIsAway() {
        cloud.faults().goAway();
        await().until(() -> cloud.totalConnections() == 0);
        return template.asyncSendBody("direct:readings", "21");
    }

    private void awaitEventWithQos(int qos) {
        await().untilAsserted(() -> assertThat(cloud.received(PRODUCT, DEVICE, "event"))
                .extracting(ReceivedMessage::qos)
                .containsExactly(qos));
    }

    private List<String> texts() {
        return cloud.received(PRODUCT, DEVICE, "event").stream()
                .map(ReceivedMessage::text)
                .toList();
    }
}
