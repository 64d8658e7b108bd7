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

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class Section21ConnectFieldsIT {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final ManualClock clock = new ManualClock(NOW);
    private IotCloudSimulator simulator;
    private TestDevice device;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .clock(clock)
                .minimumConnectInterval(Duration.ofSeconds(5))
                .start();
        device = TestDevice.of(simulator);
    }

    @AfterEach
    void stop() {
        device.close();
        simulator.close();
    }

    @Test
    @DisplayName("2.1 a device with the client id and a signed user name connects")
    void signedDeviceConnects() {
        assertThat(connect(NOW.getEpochSecond() + 10).isSessionPresent()).isFalse();

        assertThat(simulator.connections(PRODUCT, DEVICE)).isEqualTo(1);
        assertThat(simulator.totalConnections()).isEqualTo(1);
        assertThat(simulator.connectCount(PRODUCT, DEVICE)).isEqualTo(1);
        assertThat(simulator.connectAttempts(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    @DisplayName("2.1 key authentication needs a password")
    void userNameWithoutPasswordIsRefusedWithCode4() {
        assertRefused(
                4,
                () -> device.client()
                        .connectWith()
                        .simpleAuth()
                        .username(userName(4102444800L))
                        .applySimpleAuth()
                        .send());
    }

    @Test
    @DisplayName("2.1 key authentication needs a user name")
    void connectWithoutCredentialsIsRefusedWithCode4() {
        assertRefused(4, () -> device.client().connect());
    }

    @Test
    @DisplayName("2.1 MQTT 3.1 (MQIsdp, level 3) is accepted")
    void mqtt31IsSpoken() {
        try (RawMqttClient old = new RawMqttClient(simulator)) {
            assertThat(old.connect("MQIsdp", 3, true).body()).containsExactly(0, 0);
        }
    }

    @Test
    @DisplayName("2.1 MQTT 3.1.1 is the newest that is spoken")
    void mqtt5IsRefused() {
        var client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(PRODUCT + DEVICE)
                .serverHost("127.0.0.1")
                .serverPort(simulator.mqttPort())
                .buildBlocking();

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(client::connect)
                .isNotInstanceOf(Mqtt5ConnAckException.class);
    }

    private com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAck connect(long expiry) {
        String userName = userName(expiry);
        return device.connect(true, userName, TestDevice.token(userName) + ";hmacsha256", 60);
    }

    private static String userName(long expiry) {
        return PRODUCT + DEVICE + ";12010126;x7K2p;" + expiry;
    }

    private static void assertRefused(int code, Runnable connect) {
        Mqtt3ConnAckException refusal = catchThrowableOfType(Mqtt3ConnAckException.class, connect::run);
        assertThat(refusal.getMqttMessage().getReturnCode().getCode()).isEqualTo(code);
    }
}
