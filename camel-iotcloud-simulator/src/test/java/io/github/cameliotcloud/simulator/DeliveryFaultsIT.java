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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.RawMqttClient.Packet;

/** Messages that come twice, and the second login of a device. */
class DeliveryFaultsIT {

    private static final int PUBLISH_QOS_0 = 0x30;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int PUBLISH_QOS_1_DUP = 0x3A;
    private static final String CONTROL = PRODUCT + "/" + DEVICE + "/control";

    private IotCloudSimulator simulator;
    private FaultInjection faults;
    private RawMqttClient raw;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
        faults = simulator.faults();
        raw = new RawMqttClient(simulator);
        raw.connect(false);
    }

    @AfterEach
    void stop() {
        raw.close();
        simulator.close();
    }

    @Test
    void qos1MessageComesTwiceTheSecondTimeWithDupAndTheSamePacketId() {
        subscribe(CONTROL);
        faults.duplicateMessages(PRODUCT, DEVICE, true);

        simulator.publishControl(PRODUCT, DEVICE, "twice");

        Packet first = assertMessage(PUBLISH_QOS_1, "twice");
        Packet second = assertMessage(PUBLISH_QOS_1_DUP, "twice");
        assertThat(RawMqttClient.packetIdOf(second)).isEqualTo(RawMqttClient.packetIdOf(first));

        // WHEN both are acknowledged, as a device does that keeps to the standard
        raw.acknowledge(RawMqttClient.packetIdOf(first));
        raw.acknowledge(RawMqttClient.packetIdOf(second));
        await().untilAsserted(() ->
                assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isZero());
    }

    @Test
    void qos0MessageComesTwiceWithoutDup() {
        subscribe(CONTROL);
        faults.duplicateMessages(PRODUCT, DEVICE, true);

        simulator.publish(PRODUCT, DEVICE, "control", "twice".getBytes(UTF_8), 0);

        assertMessage(PUBLISH_QOS_0, "twice");
        assertMessage(PUBLISH_QOS_0, "twice");
    }

    @Test
    void deltaComesTwiceInTheSameVersion() {
        subscribe(SHADOW_RESULT);
        faults.duplicateMessages(PRODUCT, DEVICE, true);

        simulator.setDesired(PRODUCT, DEVICE, "{\"t\":1}");

        String first = RawMqttClient.textOf(raw.read());
        assertThat(first).contains("\"type\":\"delta\"", "\"version\":1");
        assertThat(RawMqttClient.textOf(raw.read())).isEqualTo(first);
    }

    @Test
    void messagesComeOnceAgainWhenSwitchedOff() {
        subscribe(CONTROL);
        faults.duplicateMessages(PRODUCT, DEVICE, true);
        faults.duplicateMessages(PRODUCT, DEVICE, false);

        simulator.publishControl(PRODUCT, DEVICE, "once");

        assertMessage(PUBLISH_QOS_1, "once");
        raw.ping();
        assertThat(raw.read().header()).isEqualTo(0xD0);
    }

    @Test
    void secondLoginClosesTheConnectionAndTheLogSaysSo() {
        subscribe(CONTROL);
        try (LogCapture log = LogCapture.begin()) {
            faults.secondLogin(PRODUCT, DEVICE);

            assertThat(log.messages())
                    .containsExactly("Second login of " + PRODUCT + "/" + DEVICE + ": its older connection is closed");
        }
        assertThat(simulator.connections(PRODUCT, DEVICE)).isZero();
        assertThat(raw.read()).isNull();
        assertThat(simulator.connectCount(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    void sessionSurvivesASecondLogin() {
        subscribe(CONTROL);
        faults.secondLogin(PRODUCT, DEVICE);
        simulator.publishControl(PRODUCT, DEVICE, "kept");

        try (RawMqttClient back = new RawMqttClient(simulator)) {
            assertThat(back.connect(false).body()).containsExactly(1, 0);
            assertThat(RawMqttClient.textOf(back.read())).isEqualTo("kept");
        }
    }

    @Test
    void realSecondLoginIsLoggedAlike() {
        try (LogCapture log = LogCapture.begin();
                RawMqttClient newcomer = new RawMqttClient(simulator)) {
            newcomer.connect(false);

            assertThat(raw.read()).isNull();
            assertThat(log.messages())
                    .containsExactly("Second login of " + PRODUCT + "/" + DEVICE + ": its older connection is closed");
        }
    }

    @Test
    void secondLoginOfAnOfflineDeviceDoesNothing() {
        faults.cutConnection(PRODUCT, DEVICE);
        try (LogCapture log = LogCapture.begin()) {
            faults.secondLogin(PRODUCT, DEVICE);

            assertThat(log.messages()).isEmpty();
        }
    }

    private void subscribe(String topic) {
        raw.subscribe(topic, 1);
        assertThat(raw.read().header()).isEqualTo(0x90);
    }

    private Packet assertMessage(int header, String text) {
        Packet packet = raw.read();
        assertThat(packet.header()).isEqualTo(header);
        assertThat(RawMqttClient.textOf(packet)).isEqualTo(text);
        return packet;
    }
}
