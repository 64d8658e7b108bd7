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

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class DeviceTrafficIT {

    private IotCloudSimulator simulator;
    private TestDevice device;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, "other", SECRET)
                .customTopic(PRODUCT, "up/log", TopicPermission.PUBLISH)
                .customTopic(PRODUCT, "down/cmd", TopicPermission.SUBSCRIBE)
                .start();
        device = TestDevice.connected(simulator);
    }

    @AfterEach
    void stop() {
        device.close();
        simulator.close();
    }

    @Test
    void uplinkIsRecordedBeforeItIsAcknowledged() {
        device.publish(device.topic("event"), "hello", 1);

        assertThat(simulator.received(PRODUCT, DEVICE, "event")).singleElement().satisfies(message -> {
            assertThat(message.product()).isEqualTo(PRODUCT);
            assertThat(message.device()).isEqualTo(DEVICE);
            assertThat(message.text()).isEqualTo("hello");
            assertThat(message.qos()).isEqualTo(1);
        });
    }

    @Test
    void uplinksKeepTheirOrder() {
        device.publish(device.topic("event"), "1", 0);
        device.publish(device.topic("up/log"), "2", 1);
        device.publish(device.topic("data"), "3", 1);

        assertThat(simulator.received()).extracting(ReceivedMessage::text).containsExactly("1", "2", "3");
        assertThat(simulator.received(PRODUCT, DEVICE, "up/log")).hasSize(1);

        simulator.clearReceived();
        assertThat(simulator.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,1,0", "1,0,0", "1,1,1"})
    void downlinkHasTheLowerOfPublishedAndGrantedQos(int published, int granted, int expected) {
        device.subscribe(device.topic("down/cmd"), granted);

        simulator.publish(PRODUCT, DEVICE, "down/cmd", "x".getBytes(UTF_8), published);

        await().untilAsserted(() -> assertThat(device.inbox())
                .singleElement()
                .satisfies(message -> assertThat(message.getQos().getCode()).isEqualTo(expected)));
    }

    @Test
    void unsubscribedDeviceGetsNothing() {
        device.subscribe(device.topic("control"), 1);
        device.client().unsubscribeWith().topicFilter(device.topic("control")).send();
        device.subscribe(device.topic("data"), 1);

        simulator.publishControl(PRODUCT, DEVICE, "lost");
        simulator.publish(PRODUCT, DEVICE, "data", "seen".getBytes(UTF_8), 1);

        await().untilAsserted(() -> assertThat(device.inbox()).isNotEmpty());
        assertThat(device.inbox()).extracting(DeviceTrafficIT::text).containsExactly("seen");
        assertThat(simulator.subscriptions(PRODUCT, DEVICE)).containsExactly(device.topic("data"));
    }

    @Test
    void downlinkThatTheCloudWouldRefuseIsAnError() {
        byte[] payload = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.publishControl(PRODUCT, "unknown", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.publish(PRODUCT, DEVICE, "event", payload, 0))
                .withMessageContaining("may not subscribe");
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.publish(PRODUCT, DEVICE, "#", payload, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.publish(PRODUCT, DEVICE, "control", payload, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.publish(PRODUCT, DEVICE, "control", new byte[16_385], 0));
    }

    private static String text(Mqtt3Publish message) {
        return new String(message.getPayloadAsBytes(), UTF_8);
    }

    private static void assertSubscriptionRefused(Runnable subscribe) {
        Assertions.assertThatExceptionOfType(Mqtt3SubAckException.class)
                .isThrownBy(subscribe::run)
                .satisfies(
                        e -> assertThat(e.getMqttMessage().getReturnCodes()).allMatch(code -> code.getCode() == 0x80));
    }
}
