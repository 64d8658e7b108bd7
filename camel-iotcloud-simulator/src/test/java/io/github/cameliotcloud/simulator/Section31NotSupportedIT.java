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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;

import static io.github.cameliotcloud.simulator.RawDevices.CONTROL;
import static io.github.cameliotcloud.simulator.RawDevices.DATA;
import static io.github.cameliotcloud.simulator.RawDevices.EVENT;
import static io.github.cameliotcloud.simulator.RawDevices.PUBACK;
import static io.github.cameliotcloud.simulator.RawDevices.REFUSED;
import static io.github.cameliotcloud.simulator.RawDevices.assertClosed;
import static io.github.cameliotcloud.simulator.RawDevices.assertNothingMore;
import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Reaction;
import io.github.cameliotcloud.simulator.limits.Switch;
import io.github.cameliotcloud.simulator.limits.Violation;

/** What the cloud does not support, and what the simulator does about it (protocol.md 3.1). */
class Section31NotSupportedIT {

    private static final int PUBLISH_QOS_1_RETAIN = 0x33;
    private static final int PUBLISH_QOS_2 = 0x34;
    private static final byte[] PAYLOAD = {1};

    private IotCloudSimulator simulator;

    private RawMqttClient device(Limits limits) {
        start(limits);
        return RawDevices.connected(simulator);
    }

    private void start(Limits limits) {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .limits(limits)
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("3.1 a will in CONNECT is ignored (P)")
    void willIsIgnored() {
        start(Limits.relaxed());
        try (TestDevice device = TestDevice.of(simulator)) {
            connectWithWill(device);
            simulator.faults().cutConnection(PRODUCT, DEVICE);
            await().until(() -> !device.client().getState().isConnected());
            assertThat(simulator.received()).isEmpty();
        }
    }

    @Test
    @DisplayName("3.1 a will in CONNECT is refused, if chosen")
    void willIsRefusedWhenChosen() {
        start(Limits.relaxed().with(Switch.WILL_IS_REFUSED));
        try (TestDevice device = TestDevice.of(simulator)) {
            assertThatExceptionOfType(Mqtt3ConnAckException.class).isThrownBy(() -> connectWithWill(device));
        }
    }

    @Test
    @DisplayName("3.1 retain=1 is treated as 0 (P)")
    void retainHasNoEffect() {
        try (RawMqttClient device = device(Limits.relaxed())) {
            device.publish(PUBLISH_QOS_1_RETAIN, DATA, PAYLOAD);
            assertThat(device.read().header()).isEqualTo(PUBACK);
            assertThat(device.subscribed(DATA, 1)).isEqualTo(1);
            assertNothingMore(device);
            assertThat(simulator.received()).hasSize(1);
        }
    }

    @Test
    @DisplayName("3.1 retain=1 is dropped, if chosen")
    void retainIsDroppedWhenChosen() {
        try (RawMqttClient device = device(Limits.relaxed().with(Violation.RETAIN, Reaction.DROP))) {
            device.publish(PUBLISH_QOS_1_RETAIN, DATA, PAYLOAD);
            assertNothingMore(device);
            assertThat(simulator.received()).isEmpty();
            assertThat(simulator.counters(PRODUCT, DEVICE).violations(Violation.RETAIN))
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("3.1 QoS 2 SUBSCRIBE: 0x80 (P)")
    void qos2SubscribeIsRefused() {
        try (RawMqttClient device = device(Limits.relaxed())) {
            assertThat(device.subscribed(CONTROL, 2)).isEqualTo(REFUSED);
            assertThat(simulator.subscriptions(PRODUCT, DEVICE)).isEmpty();
        }
    }

    @Test
    @DisplayName("3.1 QoS 2 SUBSCRIBE: granted at QoS 1, if chosen")
    void qos2SubscribeIsGrantedAtQos1WhenChosen() {
        try (RawMqttClient device = device(Limits.relaxed().with(Switch.QOS_2_SUBSCRIPTION_IS_GRANTED_AT_1))) {
            assertThat(device.subscribed(CONTROL, 2)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("3.1 QoS 2 PUBLISH closes the connection (P)")
    void qos2PublishClosesTheConnection() {
        try (RawMqttClient device = device(Limits.relaxed())) {
            device.publish(PUBLISH_QOS_2, EVENT, PAYLOAD);
            assertClosed(device);
            assertThat(simulator.received()).isEmpty();
        }
    }

    @Test
    @DisplayName("3.1 QoS 2 PUBLISH is dropped, if chosen")
    void qos2PublishIsDroppedWhenChosen() {
        try (RawMqttClient device = device(Limits.relaxed().with(Violation.QOS_2, Reaction.DROP))) {
            device.publish(PUBLISH_QOS_2, EVENT, PAYLOAD);
            assertNothingMore(device);
            assertThat(simulator.received()).isEmpty();
        }
    }

    @Test
    @DisplayName("3.1 CONNECT, PUBLISH, SUBSCRIBE, UNSUBSCRIBE, PINGREQ and DISCONNECT are supported")
    void supportedPacketsAreAnswered() {
        try (RawMqttClient device = device(Limits.relaxed())) {
            device.publish(RawDevices.PUBLISH_QOS_1, EVENT, PAYLOAD);
            assertThat(device.read().header()).isEqualTo(PUBACK);
            assertThat(device.subscribed(CONTROL, 0)).isZero();
            device.unsubscribe(CONTROL);
            assertThat(device.read().header()).isEqualTo(0xB0);
            assertNothingMore(device);
            device.disconnect();
            assertClosed(device);
        }
    }

    private static void connectWithWill(TestDevice device) {
        String userName = PRODUCT + DEVICE + ";12010126;x7K2p;4102444800";
        device.client()
                .connectWith()
                .simpleAuth()
                .username(userName)
                .password((TestDevice.token(userName) + ";hmacsha256").getBytes(UTF_8))
                .applySimpleAuth()
                .willPublish()
                .topic(device.topic("event"))
                .payload("gone".getBytes(UTF_8))
                .applyWillPublish()
                .send();
    }
}
