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

import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** How many messages may wait for a device (protocol.md 2.7). */
class Section27StoredMessagesIT {

    private static final int PINGRESP = 0xD0;
    private static final String CONTROL = PRODUCT + "/" + DEVICE + "/control";

    private IotCloudSimulator simulator;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .maxInflight(3)
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("2.7 150 messages are stored, the newest beyond is dropped (P)")
    void message151ForAnOfflineDeviceIsRefusedAndCounted() {
        subscribed(false).close();
        awaitOffline();
        publish(0, 150);

        assertThatIllegalStateException()
                .isThrownBy(() -> simulator.publishControl(PRODUCT, DEVICE, "150"))
                .withMessageStartingWith("LimitExceeded.OfflineMessageExceedLimit");

        assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isEqualTo(150);
        assertThat(simulator.droppedMessages(PRODUCT, DEVICE)).isEqualTo(1);
        try (RawMqttClient back = new RawMqttClient(simulator)) {
            back.connect(false);
            assertThat(back.readAndAcknowledge(150))
                    .extracting(RawMqttClient::textOf)
                    .isEqualTo(IntStream.range(0, 150).mapToObj(String::valueOf).toList());
            assertNothingMore(back);
        }
    }

    @Test
    @DisplayName("2.7 150 messages stay when a device goes offline")
    void goingOfflineDropsTheNewestBeyond150AndCountsThem() {
        try (RawMqttClient device = subscribed(false)) {
            publish(0, 160);
        }
        awaitOffline();

        assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isEqualTo(150);
        assertThat(simulator.droppedMessages(PRODUCT, DEVICE)).isEqualTo(10);
    }

    @Test
    void atMost10000MessagesWaitForAnOnlineDevice() {
        try (RawMqttClient device = subscribed(false)) {
            publish(0, 10_003);

            assertThatIllegalStateException().isThrownBy(() -> publish(10_003, 10_004));
            assertThatIllegalStateException()
                    .isThrownBy(() -> simulator.faults().sendRaw(PRODUCT, DEVICE, CONTROL, new byte[0], 1));
            assertThat(simulator.droppedMessages(PRODUCT, DEVICE)).isEqualTo(2);
            assertThat(device.readAndAcknowledge(10_003)).hasSize(10_003);
            awaitNothingPending();
        }
    }

    @Test
    @DisplayName("2.7 cleanSession=1 stores nothing")
    void cleanSessionHasNothingPendingOffline() {
        try (RawMqttClient device = subscribed(true)) {
            publish(0, 5);
            assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isEqualTo(5);
        }
        awaitOffline();

        assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isZero();
    }

    private RawMqttClient subscribed(boolean cleanSession) {
        RawMqttClient device = new RawMqttClient(simulator);
        device.connect(cleanSession);
        device.subscribe(CONTROL, 1);
        assertThat(device.read().header()).isEqualTo(0x90);
        return device;
    }

    private void publish(int from, int to) {
        IntStream.range(from, to).forEach(i -> simulator.publishControl(PRODUCT, DEVICE, String.valueOf(i)));
    }

    private static void assertNothingMore(RawMqttClient device) {
        device.ping();
        assertThat(device.read().header()).isEqualTo(PINGRESP);
    }

    private void awaitOffline() {
        await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);
    }

    private void awaitNothingPending() {
        await().until(() -> simulator.pendingMessages(PRODUCT, DEVICE) == 0);
    }
}
