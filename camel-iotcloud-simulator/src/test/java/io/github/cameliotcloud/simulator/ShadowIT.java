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
package io.github.cameliotcloud.simulator;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_OPERATION;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.shadow.ShadowRules;
import io.github.cameliotcloud.simulator.shadow.ShadowSwitch;

class ShadowIT {

    private final ObjectMapper json = new ObjectMapper();
    private IotCloudSimulator simulator;
    private TestDevice device;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
        device = TestDevice.connected(simulator);
    }

    @AfterEach
    void stop() {
        device.close();
        simulator.close();
    }

    @Test
    @DisplayName("5.2, 5.5: replies come at QoS 0 on a QoS 1 subscription too")
    void updateIsAppliedAnsweredAndNotRecordedAsMessage() {
        device.subscribe(SHADOW_RESULT, 1);

        device.publish(SHADOW_OPERATION, "{\"type\":\"update\",\"state\":{\"reported\":{\"t\":27}}}", 1);

        awaitMessages(1);
        assertThat(device.inbox().element().getQos().getCode()).isZero();
        assertThat(documents().get(0).at("/result").intValue()).isZero();
        assertThat(simulator.shadow(PRODUCT, DEVICE).at("/state/reported/t").intValue())
                .isEqualTo(27);
        assertThat(simulator.received()).isEmpty();
    }

    @Test
    void updateIsAppliedEvenWhenNobodyListensToTheAnswer() {
        device.publish(SHADOW_OPERATION, "{\"type\":\"update\",\"state\":{\"reported\":{\"t\":27}}}", 1);

        assertThat(simulator.shadow(PRODUCT, DEVICE).at("/state/reported/t").intValue())
                .isEqualTo(27);
        assertThat(device.inbox()).isEmpty();
    }

    @Test
    @DisplayName("5.5: a delta is pushed to the online, subscribed device")
    void desiredWriteIsPushedToTheOnlineSubscriber() {
        device.subscribe(SHADOW_RESULT, 0);

        long version = simulator.setDesired(PRODUCT, DEVICE, "{\"t\":25}");

        awaitMessages(1);
        JsonNode delta = documents().get(0);
        assertThat(delta.at("/type").textValue()).isEqualTo("delta");
        assertThat(delta.at("/payload/state").toString()).isEqualTo("{\"t\":25}");
        assertThat(delta.at("/payload/version").longValue()).isEqualTo(version);
        assertThat(delta.has("clientToken") || delta.has("result")).isFalse();
    }

    @Test
    @DisplayName("5.5: a delta is not stored for an offline device")
    void deltaForAnOfflineDeviceIsNotQueued() {
        // GIVEN a kept session that is subscribed
        try (RawMqttClient away = new RawMqttClient(simulator)) {
            away.connect(false);
            away.subscribe(SHADOW_RESULT, 1);
            away.read();
        }
        await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);

        // WHEN
        simulator.setDesired(PRODUCT, DEVICE, "{\"t\":20}");

        // THEN the first message is the answer to a get, which holds the delta
        try (RawMqttClient back = new RawMqttClient(simulator)) {
            assertThat(back.connect(false).body()).containsExactly(1, 0);
            back.publish(0x30, SHADOW_OPERATION, "{\"type\":\"get\"}".getBytes(UTF_8));
            assertThat(new String(back.read().body(), UTF_8)).contains("\"type\":\"get\"", "\"delta\":{\"t\":20}");
        }
    }

    @Test
    @DisplayName("5.5: versions grow strictly on the wire")
    void documentsReachTheWireInTheOrderOfTheirVersions() {
        // GIVEN the device reports while applications write desired from several threads
        device.subscribe(SHADOW_RESULT, 0);
        int writers = 4;
        int writes = 100;
        List<CompletableFuture<Void>> work = IntStream.range(0, writers)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> IntStream.range(0, writes)
                        .forEach(i -> simulator.setDesired(PRODUCT, DEVICE, "{\"w" + writer + "\":" + i + "}"))))
                .toList();

        // WHEN
        for (int i = 0; i < writes; i++) {
            device.publish(SHADOW_OPERATION, "{\"type\":\"update\",\"state\":{\"reported\":{\"r\":" + i + "}}}", 1);
        }
        work.forEach(CompletableFuture::join);

        // THEN
        awaitMessages((writers + 1) * writes);
        assertThat(documents())
                .extracting(document -> document.at("/payload/version").longValue())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void onlookerSeesTheWholeDocument() {
        simulator.setDesired(PRODUCT, DEVICE, "{\"t\":25}");

        JsonNode shadow = simulator.shadow(PRODUCT, DEVICE);

        assertThat(shadow.at("/state").toString())
                .isEqualTo("{\"reported\":{},\"desired\":{\"t\":25},\"delta\":{\"t\":25}}");
        assertThat(shadow.at("/version").longValue()).isEqualTo(1);
        assertThat(shadow.at("/timestamp").longValue()).isPositive();
    }

    @Test
    void nullClearsDesiredAndDeleteStartsAgain() {
        simulator.setDesired(PRODUCT, DEVICE, "{\"t\":25}");

        assertThat(simulator.setDesired(PRODUCT, DEVICE, "null")).isEqualTo(2);
        assertThat(simulator.shadow(PRODUCT, DEVICE).at("/state").toString()).isEqualTo("{\"reported\":{}}");

        simulator.deleteShadow(PRODUCT, DEVICE);
        assertThat(simulator.shadow(PRODUCT, DEVICE).at("/version").longValue()).isZero();
    }

    @Test
    void deletedShadowRestartsVersionsForTheDevice() {
        device.subscribe(SHADOW_RESULT, 0);
        simulator.setDesired(PRODUCT, DEVICE, "{\"t\":1}");
        simulator.setDesired(PRODUCT, DEVICE, "{\"t\":2}");

        simulator.deleteShadow(PRODUCT, DEVICE);
        device.publish(SHADOW_OPERATION, "{\"type\":\"get\"}", 1);
        device.publish(SHADOW_OPERATION, "{\"type\":\"update\",\"state\":{\"reported\":{\"t\":3}}}", 1);
        simulator.deleteShadow(PRODUCT, DEVICE);
        device.publish(SHADOW_OPERATION, "{\"type\":\"update\",\"state\":{\"reported\":{\"t\":4}}}", 1);

        awaitMessages(5);
        assertThat(documents())
                .extracting(document -> document.at("/payload/version").longValue())
                .containsExactly(1L, 2L, 0L, 1L, 0L);
    }

    @Test
    void badDesiredIsAnIllegalArgument() {
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.setDesired(PRODUCT, DEVICE, "{"));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.setDesired(PRODUCT, DEVICE, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.setDesired(PRODUCT, DEVICE, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.setDesired(PRODUCT, DEVICE, "{},\"reported\":{\"t\":1}"));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.setDesired(PRODUCT, "unknown", "{}"));
    }

    @Test
    void rulesOfTheBuilderHold() {
        // tag::rules[]
        IotCloudSimulator cloud = IotCloudSimulator.builder()
                .device("ABC1234567", "dev-01")
                .shadowRules(ShadowRules.DEFAULT
                        .with(ShadowSwitch.NESTED_OBJECTS_REPLACED, ShadowSwitch.DELTA_AFTER_REPORT)
                        .withMaxBytes(8 * 1024))
                .start();
        // end::rules[]
        try (cloud) {
            cloud.setDesired(PRODUCT, DEVICE, "{\"n\":{\"x\":1}}");
            cloud.setDesired(PRODUCT, DEVICE, "{\"n\":{\"y\":1}}");

            assertThat(cloud.shadow(PRODUCT, DEVICE).at("/state/desired").toString())
                    .isEqualTo("{\"n\":{\"y\":1}}");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cloud.setDesired(PRODUCT, DEVICE, "{\"a\":\"" + "x".repeat(8 * 1024) + "\"}"))
                    .withMessageContaining("5006");
        }
    }

    private void awaitMessages(int count) {
        await().untilAsserted(() -> assertThat(device.inbox()).hasSize(count));
    }

    private List<JsonNode> documents() {
        return device.inbox().stream().map(this::parse).toList();
    }

    private JsonNode parse(Mqtt3Publish message) {
        try {
            return json.readTree(new String(message.getPayloadAsBytes(), UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
