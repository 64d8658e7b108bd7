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
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** WebSocket clients that do not wait for the end of the conversation are let go without a word in the log. */
class WebSocketGoodbyeIT {

    private static final int CLIENTS = 20;
    private static final int MESSAGES = 200;
    private static final String TOPIC = "data";

    private LogCapture complaints;
    private IotCloudSimulator simulator;

    @BeforeEach
    void start() {
        complaints = LogCapture.ofComplaints();
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .webSocket()
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
        complaints.close();
    }

    @Test
    void clientMayGoAwayWhileMessagesCome() {
        for (int client = 0; client < CLIENTS; client++) {
            // GIVEN a client that is sent a lot
            WebSocket webSocket = webSocket();
            webSocket.sendBinary(ByteBuffer.wrap(connectAndSubscribe()), true);
            await().until(() -> !simulator.subscriptions(PRODUCT, DEVICE).isEmpty());
            IntStream.range(0, MESSAGES).forEach(i -> simulator.publish(PRODUCT, DEVICE, TOPIC, new byte[1000], 0));

            // WHEN it goes away in the midst of it
            webSocket.abort();

            await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);
        }
        assertNoComplaints();
    }

    @Test
    void clientMayGoOnSendingAfterARefusal() throws Exception {
        try (Socket socket = new Socket("localhost", simulator.webSocketPort())) {
            // GIVEN
            socket.setSoTimeout(5000);

            // WHEN
            socket.getOutputStream().write(upgrade("/other"));
            socket.getOutputStream().write(connectAndSubscribe());
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 404 ");
        }
        assertNoComplaints();
    }

    private void assertNoComplaints() {
        // what the event loops still have to say is said when this returns
        simulator.close();
        // Vert.x may note that a client went, which is so
        assertThat(complaints.messages()).allMatch("Connection was closed"::equals);
    }

    private WebSocket webSocket() {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("mqtt")
                .buildAsync(
                        URI.create("ws://localhost:" + simulator.webSocketPort() + "/mqtt"),
                        new WebSocket.Listener() {})
                .join();
    }

    private static byte[] upgrade(String path) {
        return String.join(
                        "\r\n",
                        "GET " + path + " HTTP/1.1",
                        "Host: localhost",
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Protocol: mqtt",
                        "",
                        "")
                .getBytes(US_ASCII);
    }

    private static byte[] connectAndSubscribe() {
        ByteArrayOutputStream packets = new ByteArrayOutputStream();
        packets.writeBytes(RawMqttClient.packet(0x10, RawMqttClient.connectBody("MQTT", 4, true, 60)));
        packets.writeBytes(
                RawMqttClient.packet(0x82, RawMqttClient.subscribeBody(PRODUCT + "/" + DEVICE + "/" + TOPIC, 0)));
        return packets.toByteArray();
    }
}
