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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.RawMqttClient.Packet;

/** The in-flight window and the messages behind it. */
class InflightWindowIT {

    private static final int PUBLISH_QOS_0 = 0x30;
    private static final int PINGRESP = 0xD0;
    private static final int DUP = 0x08;
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
    void onlyTheWindowIsOnTheWireUntilAPubAckComes() {
        try (RawMqttClient device = subscribed(false)) {
            publish(0, 5);

            List<Packet> window = device.read(3);
            assertThat(window).extracting(RawMqttClient::textOf).containsExactly("0", "1", "2");
            assertNothingMore(device);
            assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isEqualTo(5);

            device.acknowledge(RawMqttClient.packetIdOf(window.get(0)));
            assertThat(RawMqttClient.textOf(device.read())).isEqualTo("3");
            assertNothingMore(device);
            assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isEqualTo(4);
        }
    }

    @Test
    void theWindowIs20MessagesByDefault() {
        try (IotCloudSimulator usual = IotCloudSimulator.builder()
                        .device(PRODUCT, DEVICE, SECRET)
                        .start();
                RawMqttClient device = new RawMqttClient(usual)) {
            device.connect(true);
            device.subscribe(CONTROL, 1);
            device.read();
            IntStream.range(0, 21).forEach(i -> usual.publishControl(PRODUCT, DEVICE, "x"));

            device.read(20);
            assertNothingMore(device);
        }
    }

    @Test
    void qos0MessagePassesThoseThatWait() {
        try (RawMqttClient device = subscribed(false)) {
            publish(0, 4);
            simulator.publish(PRODUCT, DEVICE, "control", "fast".getBytes(UTF_8), 0);
            device.read(3);

            Packet next = device.read();
            assertThat(next.header()).isEqualTo(PUBLISH_QOS_0);
            assertThat(RawMqttClient.textOf(next)).isEqualTo("fast");
        }
    }

    @Test
    void reconnectBringsUnacknowledgedMessagesFirstWithDupAndAllInOrder() {
        try (RawMqttClient device = subscribed(false)) {
            publish(0, 5);
            device.acknowledge(RawMqttClient.packetIdOf(device.read(3).get(1)));
            assertThat(RawMqttClient.textOf(device.read())).isEqualTo("3");
        }
        awaitOffline();
        publish(5, 7);
        assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isEqualTo(6);

        try (RawMqttClient back = new RawMqttClient(simulator)) {
            back.connect(false);
            List<Packet> all = back.readAndAcknowledge(6);
            assertThat(all).extracting(RawMqttClient::textOf).containsExactly("0", "2", "3", "4", "5", "6");
            assertThat(all)
                    .extracting(packet -> (packet.header() & DUP) != 0)
                    .containsExactly(true, true, true, false, false, false);
            awaitNothingPending();
        }
    }

    @Test
    void everyMessageComesAtLeastOnceAndInOrderThroughCuts() {
        int total = 600;
        Set<String> seen = new LinkedHashSet<>();
        subscribed(false).close();
        awaitOffline();
        for (int sent = 0; sent < total; sent += 60) {
            // GIVEN some messages are sent offline, the others online
            publish(sent, sent + 30);
            try (RawMqttClient device = new RawMqttClient(simulator)) {
                assertThat(device.connect(false).body()).containsExactly(1, 0);
                publish(sent + 30, sent + 60);

                // WHEN the connection is cut while messages are on the wire
                device.readAndAcknowledge(40).forEach(packet -> seen.add(RawMqttClient.textOf(packet)));
                simulator.faults().cutConnection(PRODUCT, DEVICE);
            }
            if (simulator.pendingMessages(PRODUCT, DEVICE) > 80) {
                drain(seen);
            }
        }
        drain(seen);

        // THEN
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, total).mapToObj(String::valueOf).toList());
        assertThat(simulator.droppedMessages(PRODUCT, DEVICE)).isZero();
    }

    @Test
    void impossibleWindowIsRefused() {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxInflight(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxInflight(65_536));
    }

    private void drain(Set<String> seen) {
        int pending = simulator.pendingMessages(PRODUCT, DEVICE);
        try (RawMqttClient device = new RawMqttClient(simulator)) {
            device.connect(false);
            device.readAndAcknowledge(pending).forEach(packet -> seen.add(RawMqttClient.textOf(packet)));
            awaitNothingPending();
        }
        awaitOffline();
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
