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
import org.junit.jupiter.api.Test;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

class ConnectIT {

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
    void signedDeviceConnects() {
        assertThat(connect(NOW.getEpochSecond() + 10).isSessionPresent()).isFalse();

        assertThat(simulator.connections(PRODUCT, DEVICE)).isEqualTo(1);
        assertThat(simulator.totalConnections()).isEqualTo(1);
        assertThat(simulator.connectCount(PRODUCT, DEVICE)).isEqualTo(1);
        assertThat(simulator.connectAttempts(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    void expiredSignatureIsRefusedWithCode4() {
        assertRefused(4, () -> connect(NOW.getEpochSecond() - 1));

        assertThat(simulator.connections(PRODUCT, DEVICE)).isZero();
        assertThat(simulator.connectCount(PRODUCT, DEVICE)).isZero();
        assertThat(simulator.connectAttempts(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    void wrongSignatureIsRefusedWithCode4() {
        assertRefused(4, () -> device.connect(true, userName(4102444800L), "00;hmacsha256", 60));
    }

    @Test
    void keepAliveOver900IsRefusedWithCode2() {
        String userName = userName(4102444800L);
        assertRefused(2, () -> device.connect(true, userName, TestDevice.token(userName) + ";hmacsha256", 901));
    }

    @Test
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
    void connectWithoutCredentialsIsRefusedWithCode4() {
        assertRefused(4, () -> device.client().connect());
    }

    @Test
    void unknownClientIdIsRefusedWithCode2() {
        var stranger = MqttClient.builder()
                .useMqttVersion3()
                .identifier("stranger")
                .serverHost("127.0.0.1")
                .serverPort(simulator.mqttPort())
                .buildBlocking();

        assertRefused(2, stranger::connect);
    }

    @Test
    void disabledDeviceIsRefusedWithCode5UntilEnabled() {
        simulator.enableDevice(PRODUCT, DEVICE, false);
        assertRefused(5, () -> connect(4102444800L));

        simulator.enableDevice(PRODUCT, DEVICE, true);
        connect(4102444800L);
    }

    @Test
    void connectTooSoonIsRefusedWithCode3() {
        connect(4102444800L);
        device.close();

        assertRefused(3, () -> connect(4102444800L));

        clock.advance(Duration.ofSeconds(5));
        connect(4102444800L);
        assertThat(simulator.connectAttempts(PRODUCT, DEVICE)).isEqualTo(3);
        assertThat(simulator.connectCount(PRODUCT, DEVICE)).isEqualTo(2);
    }

    @Test
    void newcomerWinsAndTheOldConnectionIsClosed() {
        connect(4102444800L);
        clock.advance(Duration.ofSeconds(5));

        try (RawMqttClient newcomer = new RawMqttClient(simulator)) {
            assertThat(newcomer.connect(true).body()).containsExactly(0, 0);

            await().until(() -> !device.client().getState().isConnected());
            assertThat(simulator.connections(PRODUCT, DEVICE)).isEqualTo(1);
            newcomer.ping();
            assertThat(newcomer.read().header()).isEqualTo(0xD0);
        }
        await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);
    }

    @Test
    void mqtt31IsSpoken() {
        try (RawMqttClient old = new RawMqttClient(simulator)) {
            assertThat(old.connect("MQIsdp", 3, true).body()).containsExactly(0, 0);
        }
    }

    @Test
    void silentDeviceIsDisconnectedAfterOneAndAHalfKeepAlives() {
        try (RawMqttClient silent = new RawMqttClient(simulator)) {
            silent.connect("MQTT", 4, true, 1);

            assertThat(silent.read()).isNull();
            await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);
        }
    }

    @Test
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

    @Test
    void willIsIgnored() {
        String userName = userName(4102444800L);

        device.client()
                .connectWith()
                .simpleAuth()
                .username(userName)
                .password((TestDevice.token(userName) + ";hmacsha256").getBytes(UTF_8))
                .applySimpleAuth()
                .willPublish()
                .topic(device.topic("event"))
                .payload("gone".getBytes(UTF_8))
                .applyWillPublish()
                .send();
        simulator.faults().cutConnection(PRODUCT, DEVICE);

        await().until(() -> !device.client().getState().isConnected());
        assertThat(simulator.received()).isEmpty();
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
