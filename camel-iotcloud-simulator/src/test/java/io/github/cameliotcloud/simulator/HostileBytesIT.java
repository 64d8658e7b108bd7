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

import java.util.HexFormat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

class HostileBytesIT {

    private static IotCloudSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "474554202f20485454502f312e310d0a0d0a", // GET / HTTP/1.1
                "c000", // PINGREQ before CONNECT
                "3003000161", // PUBLISH before CONNECT
                "10ffffffff7f", // endless remaining length
                "100c00044d515454040200000000", // CONNECT without client identifier
                "100c00044d515454040000000000", // the same, and not clean
                "100c00044d515454ff0200000000", // protocol level 255
                "f000" // reserved packet type
            })
    void rubbishIsAnsweredByARefusalOrAClosedConnection(String hex) {
        try (RawMqttClient client = new RawMqttClient(simulator)) {
            client.sendBytes(HexFormat.of().parseHex(hex));

            RawMqttClient.Packet answer = client.read();
            if (answer != null) {
                assertThat(answer.header()).isEqualTo(0x20);
                assertThat(answer.body()[1]).isPositive();
                assertThat(client.read()).isNull();
            }
        }
        assertDeviceStillConnects();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "300400022b2f", // PUBLISH to a topic with a wildcard
                "30020000", // PUBLISH to an empty topic, without payload
                "82020001", // SUBSCRIBE without filters
                "8006000100012301", // SUBSCRIBE with wrong header flags
                "82060001000123ff", // SUBSCRIBE with an impossible QoS
                "3005ffff610000", // topic length beyond the packet
                "20020000" // a CONNACK from the client
            })
    void rubbishOfAConnectedDeviceHarmsNobody(String hex) {
        try (RawMqttClient client = new RawMqttClient(simulator)) {
            client.connect(true);
            client.sendBytes(HexFormat.of().parseHex(hex));
        }
        assertDeviceStillConnects();
        assertThat(simulator.received()).isEmpty();
    }

    @Test
    void secondConnectClosesTheConnection() {
        try (RawMqttClient client = new RawMqttClient(simulator)) {
            client.connect(true);

            assertThat(client.connect(true)).isNull();
        }
    }

    private void assertDeviceStillConnects() {
        try (RawMqttClient client = new RawMqttClient(simulator)) {
            assertThat(client.connect(true).body()).containsExactly(0, 0);
        }
    }
}
