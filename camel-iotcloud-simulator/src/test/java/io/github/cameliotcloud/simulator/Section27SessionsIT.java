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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.RawMqttClient.Packet;

class Section27SessionsIT {

    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int PUBLISH_QOS_1_DUP = 0x3A;
    private static final String CONTROL = PRODUCT + "/" + DEVICE + "/control";

    private IotCloudSimulator simulator;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("2.7 cleanSession=0 keeps subscriptions and QoS 1 messages, not QoS 0")
    void messagesForAnOfflineDeviceWaitInItsSession() {
        subscribedThenGone(false);
        simulator.publishControl(PRODUCT, DEVICE, "1");
        simulator.publishControl(PRODUCT, DEVICE, "2");
        simulator.publish(PRODUCT, DEVICE, "control", "not kept".getBytes(UTF_8), 0);

        try (RawMqttClient back = new RawMqttClient(simulator)) {
            assertThat(back.connect(false).body()).containsExactly(1, 0);
            assertThat(simulator.subscriptions(PRODUCT, DEVICE)).containsExactly(CONTROL);
            assertMessage(back.read(), PUBLISH_QOS_1, "1");
            assertMessage(back.read(), PUBLISH_QOS_1, "2");
            back.ping();
            assertThat(back.read().header()).isEqualTo(0xD0);
        }
    }

    @Test
    @DisplayName("2.7 an unacknowledged message comes again with DUP and its packet id")
    void unacknowledgedMessageComesAgainAsDuplicate() {
        int packetId;
        try (RawMqttClient first = new RawMqttClient(simulator)) {
            first.connect(false);
            first.subscribe(CONTROL, 1);
            first.read();
            simulator.publishControl(PRODUCT, DEVICE, "acknowledged");
            first.acknowledge(RawMqttClient.packetIdOf(first.read()));
            simulator.publishControl(PRODUCT, DEVICE, "open");
            packetId = RawMqttClient.packetIdOf(first.read());
        }
        awaitOffline();

        try (RawMqttClient second = new RawMqttClient(simulator)) {
            second.connect(false);
            Packet again = second.read();
            assertMessage(again, PUBLISH_QOS_1_DUP, "open");
            assertThat(RawMqttClient.packetIdOf(again)).isEqualTo(packetId);
            second.acknowledge(packetId);
        }
        awaitOffline();

        try (RawMqttClient third = new RawMqttClient(simulator)) {
            third.connect(false);
            third.ping();
            assertThat(third.read().header()).isEqualTo(0xD0);
        }
    }

    @Test
    @DisplayName("2.7 a second login takes the session over")
    void takeoverHandsTheSessionOver() {
        try (RawMqttClient first = new RawMqttClient(simulator);
                RawMqttClient second = new RawMqttClient(simulator)) {
            first.connect(false);
            first.subscribe(CONTROL, 1);
            first.read();
            simulator.publishControl(PRODUCT, DEVICE, "open");

            assertThat(second.connect(false).body()).containsExactly(1, 0);
            assertMessage(second.read(), PUBLISH_QOS_1_DUP, "open");
            simulator.publishControl(PRODUCT, DEVICE, "next");
            assertMessage(second.read(), PUBLISH_QOS_1, "next");
        }
    }

    @Test
    @DisplayName("2.7 cleanSession=1 keeps nothing")
    void cleanSessionLeavesNothing() {
        subscribedThenGone(true);
        simulator.publishControl(PRODUCT, DEVICE, "lost");

        assertNothingLeft();
    }

    @Test
    @DisplayName("2.7 the session ends on a CONNECT with cleanSession=1")
    void cleanConnectEndsTheKeptSession() {
        subscribedThenGone(false);
        try (RawMqttClient clean = new RawMqttClient(simulator)) {
            assertThat(clean.connect(true).body()).containsExactly(0, 0);
        }
        awaitOffline();

        assertNothingLeft();
    }

    private void subscribedThenGone(boolean cleanSession) {
        try (RawMqttClient device = new RawMqttClient(simulator)) {
            device.connect(cleanSession);
            device.subscribe(CONTROL, 1);
            assertThat(device.read().header()).isEqualTo(0x90);
        }
        awaitOffline();
    }

    private void awaitOffline() {
        await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);
    }

    private void assertNothingLeft() {
        assertThat(simulator.subscriptions(PRODUCT, DEVICE)).isEmpty();
        try (RawMqttClient back = new RawMqttClient(simulator)) {
            assertThat(back.connect(false).body()).containsExactly(0, 0);
            back.ping();
            assertThat(back.read().header()).isEqualTo(0xD0);
        }
    }

    private static void assertMessage(Packet packet, int header, String text) {
        assertThat(packet.header()).isEqualTo(header);
        assertThat(RawMqttClient.topicOf(packet)).isEqualTo(CONTROL);
        assertThat(new String(packet.body(), UTF_8)).endsWith(text);
    }
}
