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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.RawDevices.assertNothingMore;
import static io.github.cameliotcloud.simulator.RawDevices.subscribedThenGone;
import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Switch;

/** What becomes of stored messages (protocol.md 2.7), by a clock that the test sets. */
class Section27SpacingIT {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-23T00:00:00Z"));
    private IotCloudSimulator simulator;

    private void start(Limits limits) {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, "other", SECRET)
                .clock(clock)
                .limits(limits.with(Limit.CONNECT_INTERVAL_MS, 0))
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("2.7 stored messages are pushed one per 500 ms, and new ones wait behind them")
    void storedMessagesComeOnePer500Milliseconds() {
        start(Limits.editionA());
        subscribedThenGone(simulator);
        publish("1", "2", "3");
        try (RawMqttClient back = new RawMqttClient(simulator)) {
            assertThat(back.connect(false).body()).containsExactly(1, 0);
            publish("new");
            assertThat(RawMqttClient.textOf(back.read())).isEqualTo("1");
            for (String next : List.of("2", "3")) {
                assertNothingMore(back);
                clock.advance(PAUSE);
                assertThat(RawMqttClient.textOf(back.read())).isEqualTo(next);
            }
            clock.advance(PAUSE);
            assertThat(RawMqttClient.textOf(back.read())).isEqualTo("new");
            publish("at once");
            assertThat(RawMqttClient.textOf(back.read())).isEqualTo("at once");
        }
    }

    @Test
    @DisplayName("2.7 which end is dropped can be chosen: the oldest")
    void oldestStoredMessageIsDroppedWhenChosen() {
        start(Limits.relaxed().with(Limit.STORED_MESSAGES, 2).with(Switch.FULL_STORE_DROPS_OLDEST));
        subscribedThenGone(simulator);
        publish("1", "2", "3");
        assertThat(simulator.droppedMessages(PRODUCT, DEVICE)).isEqualTo(1);
        try (RawMqttClient back = new RawMqttClient(simulator)) {
            back.connect(false);
            assertThat(back.readAndAcknowledge(2))
                    .extracting(RawMqttClient::textOf)
                    .containsExactly("2", "3");
        }
    }

    @Test
    @DisplayName("2.7 a clean DISCONNECT and a lost connection count the same")
    void cleanDisconnectKeepsTheSession() {
        start(Limits.editionA());
        try (RawMqttClient device = RawDevices.subscribed(simulator, false)) {
            device.disconnect();
            RawDevices.awaitOffline(simulator);
        }
        publish("1");
        try (RawMqttClient back = new RawMqttClient(simulator)) {
            assertThat(back.connect(false).body()).containsExactly(1, 0);
            assertThat(RawMqttClient.textOf(back.read())).isEqualTo("1");
        }
    }

    @Test
    @DisplayName("2.7 each device has a session of its own")
    void sessionsOfSeveralDevicesAreApart() {
        start(Limits.editionA());
        subscribedThenGone(simulator);
        try (RawMqttClient other = new RawMqttClient(simulator)) {
            assertThat(other.connectAs("other", false, 60).body()).containsExactly(0, 0);
            publish("1");
            assertNothingMore(other);
        }
        assertThat(simulator.subscriptions(PRODUCT, "other")).isEmpty();
        assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    @DisplayName("2.7 a device that speaks MQTT 3.1 has a session, too; packet ids go on")
    void sessionOfMqtt31Device() {
        start(Limits.relaxed());
        subscribedThenGone(simulator);
        for (int packetId = 1; packetId <= 3; packetId++) {
            publish("x");
            try (RawMqttClient back = new RawMqttClient(simulator)) {
                assertThat(back.connect("MQIsdp", 3, false).header()).isEqualTo(0x20);
                assertThat(back.readAndAcknowledge(1))
                        .extracting(RawMqttClient::packetIdOf)
                        .containsExactly(packetId);
                await().until(() -> simulator.pendingMessages(PRODUCT, DEVICE) == 0);
            }
            RawDevices.awaitOffline(simulator);
        }
    }

    private void publish(String... texts) {
        for (String text : texts) {
            simulator.publishControl(PRODUCT, DEVICE, text);
        }
    }
}
