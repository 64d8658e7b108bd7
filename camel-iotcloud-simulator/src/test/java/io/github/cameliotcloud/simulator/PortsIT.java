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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Which ports are open, where they are, and that all lead to the same devices. */
class PortsIT {

    @Test
    void portThatWasNotAskedForIsToldByName() {
        try (IotCloudSimulator simulator = IotCloudSimulator.builder().start()) {
            assertThatIllegalStateException()
                    .isThrownBy(simulator::tlsPort)
                    .withMessage(
                            "The simulator has no port for MQTT over TLS; ask the builder for it before the start");
            assertThatIllegalStateException()
                    .isThrownBy(simulator::webSocketBrokerUrl)
                    .withMessageContaining("no port for MQTT over WebSocket;");
            assertThatIllegalStateException()
                    .isThrownBy(simulator::secureWebSocketBrokerUrl)
                    .withMessageContaining("no port for MQTT over secure WebSocket;");
        }
    }

    @Test
    void urlsOfAllPortsAreForClientsOfThisMachine() {
        try (IotCloudSimulator simulator = allPorts().start()) {
            assertThat(simulator.brokerUrl()).isEqualTo("tcp://127.0.0.1:" + simulator.mqttPort());
            assertThat(simulator.tlsBrokerUrl()).isEqualTo("ssl://localhost:" + simulator.tlsPort());
            assertThat(simulator.webSocketBrokerUrl())
                    .isEqualTo("ws://localhost:" + simulator.webSocketPort() + "/mqtt");
            assertThat(simulator.secureWebSocketBrokerUrl())
                    .isEqualTo("wss://localhost:" + simulator.secureWebSocketPort() + "/mqtt");
            assertThat(List.of(
                            simulator.mqttPort(),
                            simulator.tlsPort(),
                            simulator.webSocketPort(),
                            simulator.secureWebSocketPort(),
                            simulator.httpPort()))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "::", "0.0.0.0", "localhost"})
    void everyPortIsReachedByItsUrlWhateverTheHost(String host) {
        try (IotCloudSimulator simulator = allPorts().host(host).start()) {
            for (String url : urls(simulator)) {
                try (TestDevice device =
                        TestClients.trusting(simulator.certificates()).device(url)) {
                    device.connect(true);

                    assertThat(simulator.connections(PRODUCT, DEVICE)).isOne();
                }
            }
        }
    }

    @Test
    void ipv6AddressIsBracketed() {
        try (IotCloudSimulator simulator = allPorts().host("::1").start()) {
            assertThat(simulator.brokerUrl()).isEqualTo("tcp://[::1]:" + simulator.mqttPort());
            assertThat(simulator.apiUrl()).isEqualTo("http://[::1]:" + simulator.httpPort());
            assertThat(simulator.tlsBrokerUrl()).isEqualTo("ssl://[::1]:" + simulator.tlsPort());
            assertThat(simulator.webSocketBrokerUrl()).startsWith("ws://[::1]:");
        }
    }

    @Test
    void allPortsGoAwayAndComeBackWhereTheyWere() {
        try (IotCloudSimulator simulator = allPorts().start()) {
            List<String> before = urls(simulator);
            TestClients clients = TestClients.trusting(simulator.certificates());
            TestDevice online = clients.device(simulator.secureWebSocketBrokerUrl());
            online.connect(true);

            simulator.faults().goAway();

            await().until(() -> !online.client().getState().isConnected());
            for (String url : before) {
                assertThatThrownBy(() -> clients.device(url).connect(true)).hasMessageContaining("Connection refused");
            }

            simulator.faults().comeBack();

            assertThat(urls(simulator)).isEqualTo(before);
            for (String url : before) {
                try (TestDevice device = clients.device(url)) {
                    device.connect(true);
                }
            }
        }
    }

    @Test
    void connectionOnAnotherPortReplacesTheOlderOne() {
        try (IotCloudSimulator simulator = allPorts().start()) {
            TestClients clients = TestClients.trusting(simulator.certificates());
            for (String url : urls(simulator)) {
                TestDevice older = clients.device(url);
                older.connect(true);
                try (TestDevice newer = clients.device(simulator.tlsBrokerUrl())) {
                    newer.connect(true);

                    await().until(() -> !older.client().getState().isConnected());
                    assertThat(newer.client().getState().isConnected()).isTrue();
                }
            }
        }
    }

    @Test
    void chosenPortsAreTakenAndOneInUseIsToldByItsProtocol() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThatIllegalStateException()
                    .isThrownBy(() -> IotCloudSimulator.builder().tlsPort(port).start())
                    .withMessageContaining("cannot open MQTT over TLS port " + port);
            assertThatIllegalStateException()
                    .isThrownBy(() -> IotCloudSimulator.builder()
                            .secureWebSocketPort(port)
                            .start())
                    .withMessageContaining("cannot open MQTT over secure WebSocket port " + port);
        }
    }

    @Test
    void connectionIsCutOnEveryPort() {
        try (IotCloudSimulator simulator = allPorts().start()) {
            for (String url : urls(simulator)) {
                TestDevice device =
                        TestClients.trusting(simulator.certificates()).device(url);
                device.connect(true);

                simulator.faults().cutConnection(PRODUCT, DEVICE);

                await().until(() -> !device.client().getState().isConnected());
            }
        }
    }

    @Test
    void oneBuilderMakesIndependentSimulators() {
        IotCloudSimulatorBuilder builder = allPorts();
        try (IotCloudSimulator one = builder.start();
                IotCloudSimulator two = builder.start()) {
            one.enableDevice(PRODUCT, DEVICE, false);

            try (TestDevice device = TestClients.trusting(two.certificates()).device(two.tlsBrokerUrl())) {
                device.connect(true);
                assertThat(two.connections(PRODUCT, DEVICE)).isOne();
            }
            assertThat(one.certificates()).isNotSameAs(two.certificates());
        }
    }

    private static IotCloudSimulatorBuilder allPorts() {
        return IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .tls()
                .webSocket()
                .secureWebSocket();
    }

    private static List<String> urls(IotCloudSimulator simulator) {
        return List.of(
                simulator.brokerUrl(),
                simulator.tlsBrokerUrl(),
                simulator.webSocketBrokerUrl(),
                simulator.secureWebSocketBrokerUrl());
    }
}
