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

import static io.github.cameliotcloud.simulator.RawDevices.assertClosed;
import static io.github.cameliotcloud.simulator.RawDevices.assertNothingMore;
import static io.github.cameliotcloud.simulator.RawDevices.awaitOffline;
import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.limits.Limits;

/** How devices may be connected (protocol.md 2.6). */
class Section26ConnectionRulesIT {

    private static final String OTHER = "other";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-23T00:00:00Z"));
    private IotCloudSimulator simulator;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, OTHER, SECRET)
                .clock(clock)
                .limits(Limits.editionA())
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("2.6 a second login with the same client id kicks the first, without a word")
    void secondLoginWithTheSameClientIdKicksTheFirst() {
        try (RawMqttClient first = new RawMqttClient(simulator);
                RawMqttClient second = new RawMqttClient(simulator)) {
            first.connect(true);
            clock.advance(Duration.ofSeconds(5));
            assertThat(second.connect(true).body()).containsExactly(0, 0);
            assertClosed(first);
            assertThat(simulator.connections(PRODUCT, DEVICE)).isEqualTo(1);
            assertNothingMore(second);
        }
        awaitOffline(simulator);
    }

    @Test
    @DisplayName("2.6 one connection per device, any number of devices")
    void devicesAreConnectedSideBySide() {
        try (RawMqttClient one = new RawMqttClient(simulator);
                RawMqttClient other = new RawMqttClient(simulator)) {
            one.connect(true);
            assertThat(other.connectAs(OTHER, true, 60).body()).containsExactly(0, 0);
            assertNothingMore(one);
            assertThat(simulator.totalConnections()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("2.6 at most one CONNECT per 5 s and device")
    void secondConnectWithin5SecondsIsRefused() {
        connectAndLeave(0);
        clock.advance(Duration.ofMillis(4999));
        connectAndLeave(3);
        clock.advance(Duration.ofMillis(1));
        connectAndLeave(0);
        assertThat(simulator.connectAttempts(PRODUCT, DEVICE)).isEqualTo(3);
        assertThat(simulator.connectCount(PRODUCT, DEVICE)).isEqualTo(2);
    }

    @Test
    @DisplayName("2.6 no data for 1.5 x keepAlive disconnects, keepAlive 0 never does")
    void silentDeviceIsDisconnectedAfterOneAndAHalfKeepAlives() {
        try (RawMqttClient never = new RawMqttClient(simulator);
                RawMqttClient silent = new RawMqttClient(simulator)) {
            never.connectAs(OTHER, true, 0);
            silent.connect("MQTT", 4, true, 1);
            assertClosed(silent);
            awaitOffline(simulator);
            assertNothingMore(never);
        }
    }

    @Test
    @DisplayName("2.6 a disabled device is cut and refused")
    void disabledDeviceIsCutAndRefused() {
        try (RawMqttClient device = new RawMqttClient(simulator)) {
            device.connect(true);
            simulator.enableDevice(PRODUCT, DEVICE, false);
            assertClosed(device);
        }
        clock.advance(Duration.ofSeconds(5));
        connectAndLeave(5);
    }

    private void connectAndLeave(int expectedCode) {
        try (RawMqttClient device = new RawMqttClient(simulator)) {
            assertThat(device.connect(true).body()).containsExactly(0, expectedCode);
        }
    }
}
