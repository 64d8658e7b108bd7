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

/** How long a persistent session lives (protocol.md 2.7). */
class Section27SessionLifetimeIT {

    private static final int PUBLISH_QOS_1 = 0x32;
    private static final String CONTROL = PRODUCT + "/" + DEVICE + "/control";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-23T00:00:00Z"));
    private IotCloudSimulator simulator;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .clock(clock)
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("2.7 the session ends after more than 24 h offline")
    void sessionEndsAfter24HoursOffline() {
        subscribedThenGone(false);
        simulator.publishControl(PRODUCT, DEVICE, "lost");

        clock.advance(Duration.ofHours(24).plusMillis(1));

        assertNothingLeft();
    }

    @Test
    @DisplayName("2.7 the session is there for 24 h")
    void sessionIsPresentAfterExactly24HoursOffline() {
        subscribedThenGone(false);

        clock.advance(Duration.ofHours(24));

        assertPresentWith(CONTROL);
    }

    @Test
    @DisplayName("2.7 only time offline counts")
    void sessionOfAnOnlineDeviceDoesNotAge() {
        try (RawMqttClient online = new RawMqttClient(simulator)) {
            online.connect(false);
            clock.advance(Duration.ofHours(48));
        }
        awaitOffline();
        clock.advance(Duration.ofHours(1));

        assertPresentWith();
    }

    @Test
    @DisplayName("2.7 the cloud losing its connections is like being offline")
    void sessionAndItsMessagesSurviveTheCloudsAbsence() {
        subscribedThenGone(false);
        simulator.publishControl(PRODUCT, DEVICE, "before");
        simulator.faults().goAway();
        simulator.publishControl(PRODUCT, DEVICE, "meanwhile");
        simulator.faults().comeBack();

        assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isEqualTo(2);
        try (RawMqttClient back = new RawMqttClient(simulator)) {
            assertThat(back.connect(false).body()).containsExactly(1, 0);
            assertMessage(back.read(), PUBLISH_QOS_1, "before");
            assertMessage(back.read(), PUBLISH_QOS_1, "meanwhile");
        }
    }

    @Test
    @DisplayName("2.7 24 h count while the cloud is away")
    void sessionEndsWhenTheCloudIsAwayForMoreThan24Hours() {
        subscribedThenGone(false);
        simulator.faults().goAway();
        clock.advance(Duration.ofHours(25));
        simulator.faults().comeBack();

        assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isZero();
        assertNothingLeft();
    }

    @Test
    void forgottenSessionIsNotPresent() {
        subscribedThenGone(false);

        simulator.faults().forgetSessions();

        assertNothingLeft();
    }

    @Test
    void forgettingSessionsLeavesAnOnlineDeviceWithoutSubscriptions() {
        try (RawMqttClient online = new RawMqttClient(simulator)) {
            online.connect(false);
            online.subscribe(CONTROL, 1);
            online.read();

            simulator.faults().forgetSessions();

            simulator.publishControl(PRODUCT, DEVICE, "lost");
            online.ping();
            assertThat(online.read().header()).isEqualTo(0xD0);
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

    private void assertPresentWith(String... filters) {
        assertThat(simulator.subscriptions(PRODUCT, DEVICE)).containsExactlyInAnyOrder(filters);
        try (RawMqttClient back = new RawMqttClient(simulator)) {
            assertThat(back.connect(false).body()).containsExactly(1, 0);
        }
    }

    private static void assertMessage(Packet packet, int header, String text) {
        assertThat(packet.header()).isEqualTo(header);
        assertThat(RawMqttClient.topicOf(packet)).isEqualTo(CONTROL);
        assertThat(new String(packet.body(), UTF_8)).endsWith(text);
    }
}
