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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.fuzz.Fuzz;
import io.github.cameliotcloud.simulator.fuzz.Mutations;
import io.github.cameliotcloud.simulator.fuzz.Tally;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Hostile bytes over real sockets. */
class ConnectFuzzIT {

    private static final int DIVISOR = 10;
    private static final int MAX_NOISE = 600;
    private static final int PATIENCE_MS = 5_000;

    private IotCloudSimulator simulator;
    private OwnFailures failures;

    @BeforeProperty
    void start() {
        failures = OwnFailures.begin();
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .tls()
                .webSocket()
                .start();
    }

    @AfterProperty
    void stop() {
        try {
            await().until(() -> simulator.totalConnections() == 0);
            try (RawMqttClient client = new RawMqttClient(simulator)) {
                assertThat(client.connect(true).body()).containsExactly(0, 0);
            }
            assertThat(failures.all()).isEmpty();
        } finally {
            simulator.close();
            failures.close();
        }
    }

    @Fuzz(value = "damaged CONNECTs", divisor = DIVISOR)
    void damagedConnectIsAnsweredOrTheConnectionEnds(@ForAll("damagedConnects") byte[] bytes, Tally tally)
            throws IOException {
        tally.count(outcome(simulator.mqttPort(), bytes));
    }

    @Fuzz(value = "first bytes", divisor = DIVISOR)
    void noiseEndsTheConnection(@ForAll("noise") byte[] bytes, Tally tally) throws IOException {
        tally.count(outcome(simulator.mqttPort(), bytes));
    }

    @Fuzz(value = "damaged packets after a CONNECT", divisor = DIVISOR)
    void damagedPacketOfADeviceEndsAtMostItsConnection(@ForAll("damagedSessions") byte[] bytes, Tally tally)
            throws IOException {
        tally.count(outcome(simulator.mqttPort(), bytes));
    }

    @Fuzz(value = "first bytes on the TLS port", divisor = DIVISOR)
    void noiseEndsATlsConnection(@ForAll("noise") byte[] bytes, Tally tally) throws IOException {
        tally.count(outcome(simulator.tlsPort(), bytes));
    }

    @Fuzz(value = "WebSocket handshakes", divisor = DIVISOR)
    void damagedWebSocketHandshakeEndsTheConnection(@ForAll("handshakes") byte[] bytes, Tally tally)
            throws IOException {
        tally.count(outcome(simulator.webSocketPort(), bytes));
    }

    // sends everything, then waits until the simulator has closed the connection too
    private String outcome(int port, byte[] bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(failures.all()).isEmpty();
            return answer.length == 0 ? "closed" : "answered";
        } catch (SocketException e) {
            // the simulator closed before it had read everything
            return "reset";
        }
    }

    @Provide
    Arbitrary<byte[]> damagedConnects() {
        return Arbitraries.randomValue(random -> Mutations.of(connect(), random));
    }

    @Provide
    Arbitrary<byte[]> noise() {
        return Arbitraries.randomValue(random -> Mutations.noise(MAX_NOISE, random));
    }

    @Provide
    Arbitrary<byte[]> damagedSessions() {
        List<byte[]> packets = List.of(
                RawMqttClient.packet(0x82, new byte[] {0, 1, 0, 1, 'a', 1}),
                RawMqttClient.packet(0x32, new byte[] {0, 1, 'a', 0, 7, 'x'}),
                RawMqttClient.packet(0x40, new byte[] {0, 7}),
                RawMqttClient.packet(0xA2, new byte[] {0, 1, 0, 1, 'a'}),
                RawMqttClient.packet(0xC0, new byte[0]),
                RawMqttClient.packet(0xE0, new byte[0]));
        return Arbitraries.randomValue(random -> {
            ByteArrayOutputStream session = new ByteArrayOutputStream();
            session.writeBytes(connect());
            for (int i = random.nextInt(4); i >= 0; i--) {
                session.writeBytes(Mutations.of(packets.get(random.nextInt(packets.size())), random));
            }
            return session.toByteArray();
        });
    }

    @Provide
    Arbitrary<byte[]> handshakes() {
        String request = String.join(
                "\r\n",
                "GET /mqtt HTTP/1.1",
                "Host: localhost",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Protocol: mqtt",
                "",
                "");
        return Arbitraries.randomValue(random -> {
            ByteArrayOutputStream session = new ByteArrayOutputStream();
            session.writeBytes(Mutations.of(request, random).getBytes());
            session.writeBytes(Mutations.noise(MAX_NOISE, random));
            return session.toByteArray();
        });
    }

    private static byte[] connect() {
        return RawMqttClient.packet(0x10, RawMqttClient.connectBody("MQTT", 4, true, 60));
    }
}
