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

import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;

import static io.github.cameliotcloud.simulator.RawDevices.assertClosed;
import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cameliotcloud.simulator.limits.ConnectRefusal;
import io.github.cameliotcloud.simulator.limits.Limits;

/** The codes by which a CONNECT is refused (protocol.md 2.5). */
class Section25ConnackCodesIT {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final String CLIENT_ID = PRODUCT + DEVICE;
    private static final String USER_NAME = CLIENT_ID + ";12010126;x7K2p;4102444800";

    private IotCloudSimulator simulator;

    @BeforeEach
    void start() {
        start(Limits.relaxed());
    }

    private void start(Limits limits) {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .certificateDevice(PRODUCT, "certified")
                .clock(new ManualClock(NOW))
                .limits(limits)
                .start();
    }

    private void restart(Limits limits) {
        simulator.close();
        start(limits);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("2.5 unknown device: 2 (P)")
    void unknownClientIdIsRefusedWithCode2() {
        assertThat(codeFor("stranger;12010126;x7K2p;4102444800")).isEqualTo(2);
    }

    @Test
    @DisplayName("2.5 bad signature: 4")
    void wrongSignatureIsRefusedWithCode4() {
        try (TestDevice device = TestDevice.of(simulator)) {
            assertThatExceptionOfType(Mqtt3ConnAckException.class)
                    .isThrownBy(() -> device.connect(true, USER_NAME, "00;hmacsha256", 60))
                    .satisfies(
                            e -> assertThat(e.getMqttMessage().getReturnCode().getCode())
                                    .isEqualTo(4));
        }
    }

    @Test
    @DisplayName("2.5 expired signature: 4")
    void expiredSignatureIsRefusedWithCode4() {
        assertThat(codeFor(CLIENT_ID + ";12010126;x7K2p;" + (NOW.getEpochSecond() - 1)))
                .isEqualTo(4);
        assertThat(simulator.connections(PRODUCT, DEVICE)).isZero();
        assertThat(simulator.connectCount(PRODUCT, DEVICE)).isZero();
        assertThat(simulator.connectAttempts(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    @DisplayName("2.5 disabled device: 5 (P)")
    void disabledDeviceIsRefusedWithCode5UntilEnabled() {
        simulator.enableDevice(PRODUCT, DEVICE, false);
        assertThat(codeFor(USER_NAME)).isEqualTo(5);
        simulator.enableDevice(PRODUCT, DEVICE, true);
        assertThat(codeFor(USER_NAME)).isZero();
    }

    @Test
    @DisplayName("2.5 keepAlive out of range: 2 (P)")
    void keepAliveOver900IsRefusedWithCode2() {
        assertThat(codeForKeepAlive(901)).isEqualTo(2);
        assertThat(codeForKeepAlive(900)).isZero();
    }

    @Test
    @DisplayName("2.5 too frequent CONNECT: 3, then close (P)")
    void tooFrequentConnectIsRefusedWithCode3() {
        restart(Limits.editionA());
        assertThat(codeFor(USER_NAME)).isZero();
        try (RawMqttClient second = new RawMqttClient(simulator)) {
            assertThat(second.connectWith(USER_NAME).body()).containsExactly(0, 3);
            assertClosed(second);
        }
    }

    @Test
    @DisplayName("2.5 certificate product with a psk: 3")
    void keyForACertificateDeviceIsRefusedWithCode3() {
        assertThat(codeFor(PRODUCT + "certified;12010126;x7K2p;4102444800")).isEqualTo(3);
    }

    @Test
    @DisplayName("2.5 all codes are configurable")
    void codeCanBeChosen() {
        restart(Limits.editionL()
                .with(ConnectRefusal.KEEP_ALIVE_OUT_OF_RANGE, 5)
                .with(ConnectRefusal.UNKNOWN_CLIENT_ID, 4));
        assertThat(codeForKeepAlive(59)).isEqualTo(5);
        assertThat(codeFor("stranger;12010126;x7K2p;4102444800")).isEqualTo(4);
    }

    @Test
    @DisplayName("2.5 a refusal may come without an answer")
    void connectionCanBeClosedInsteadOfAnAnswer() {
        restart(Limits.editionA().with(ConnectRefusal.TOO_FREQUENT, 0));
        assertThat(codeFor(USER_NAME)).isZero();
        try (RawMqttClient second = new RawMqttClient(simulator)) {
            assertThat(second.connectWith(USER_NAME)).isNull();
        }
    }

    private int codeFor(String userName) {
        try (RawMqttClient device = new RawMqttClient(simulator)) {
            return device.connectWith(userName).body()[1];
        }
    }

    private int codeForKeepAlive(int seconds) {
        try (RawMqttClient device = new RawMqttClient(simulator)) {
            return device.connect("MQTT", 4, true, seconds).body()[1];
        }
    }
}
