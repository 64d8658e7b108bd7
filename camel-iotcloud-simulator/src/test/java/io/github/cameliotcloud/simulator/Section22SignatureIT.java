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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.RawDevices.assertClosed;
import static io.github.cameliotcloud.simulator.RawDevices.assertNothingMore;
import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Switch;

/** The signature of a CONNECT (protocol.md 2.2). */
class Section22SignatureIT {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final String CLIENT_ID = PRODUCT + DEVICE;

    private final ManualClock clock = new ManualClock(NOW);
    private IotCloudSimulator simulator;

    private RawMqttClient device(Limits limits) {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .clock(clock)
                .limits(limits)
                .start();
        return new RawMqttClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12010126", "21010406", "1"})
    @DisplayName("2.2 sdkappid is not pinned")
    void sdkAppIdIsNotPinned(String sdkAppId) {
        try (RawMqttClient device = device(Limits.relaxed())) {
            String userName = CLIENT_ID + ";" + sdkAppId + ";x7K2p;4102444800";
            assertThat(device.connectWith(userName).body()).containsExactly(0, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "1795392000000", "9223372036854775807"})
    @DisplayName("2.2 expiry is any future 64-bit number")
    void expiryOfSdksIsAccepted(String expiry) {
        try (RawMqttClient device = device(Limits.relaxed().with(Switch.EXPIRED_SIGNATURE_ENDS_CONNECTION))) {
            String userName = CLIENT_ID + ";12010126;x7K2p;" + expiry;
            assertThat(device.connectWith(userName).body()).containsExactly(0, 0);
            assertNothingMore(device);
        }
    }

    @Test
    @DisplayName("2.2 connid may repeat")
    void connectionIdMayRepeat() {
        String userName = CLIENT_ID + ";12010126;00000;4102444800";
        try (RawMqttClient first = device(Limits.relaxed());
                RawMqttClient second = new RawMqttClient(simulator)) {
            assertThat(first.connectWith(userName).body()).containsExactly(0, 0);
            assertThat(second.connectWith(userName).body()).containsExactly(0, 0);
        }
    }

    @Test
    @DisplayName("2.2 an established session is not cut when its signature expires (P)")
    void connectionOutlivesItsSignature() {
        try (RawMqttClient device = device(Limits.relaxed())) {
            device.connectWith(expiringIn(600));
            clock.advance(Duration.ofHours(1));
            assertNothingMore(device);
        }
    }

    @Test
    @DisplayName("2.2 an established session is cut when its signature expires, if chosen")
    void connectionEndsWithItsSignatureWhenChosen() {
        try (RawMqttClient device = device(Limits.relaxed().with(Switch.EXPIRED_SIGNATURE_ENDS_CONNECTION))) {
            device.connectWith(expiringIn(600));
            clock.advance(Duration.ofSeconds(600));
            assertNothingMore(device);
            clock.advance(Duration.ofSeconds(1));
            assertClosed(device);
        }
    }

    private static String expiringIn(long seconds) {
        return CLIENT_ID + ";12010126;x7K2p;" + (NOW.getEpochSecond() + seconds);
    }
}
