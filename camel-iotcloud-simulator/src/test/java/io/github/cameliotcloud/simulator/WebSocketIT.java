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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

class WebSocketIT {

    private static IotCloudSimulator simulator;
    private static TestClients clients;
    private static String root;

    @BeforeAll
    static void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .webSocket()
                .start();
        clients = TestClients.trusting(simulator.certificates());
        root = "ws://localhost:" + simulator.webSocketPort();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/mqtt"})
    void bothUsualPathsLeadToMqtt(String path) {
        try (TestDevice device = clients.device(root + path)) {
            device.connect(true);

            assertThat(simulator.connections(PRODUCT, DEVICE)).isOne();
        }
    }

    @Test
    void largestMessagesPassBothWays() {
        String text = "x".repeat(16 * 1024);
        try (TestDevice device = clients.device(root)) {
            device.connect(true);
            device.subscribe(device.topic("data"), 1);

            device.publish(device.topic("data"), text, 1);
            simulator.publish(PRODUCT, DEVICE, "data", text.getBytes(), 1);

            assertThat(simulator.received(PRODUCT, DEVICE, "data"))
                    .last()
                    .extracting(ReceivedMessage::text)
                    .isEqualTo(text);
            await().untilAsserted(() -> assertThat(device.inbox())
                    .singleElement()
                    .extracting(message -> message.getPayloadAsBytes().length)
                    .isEqualTo(text.length()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mqtt/", "/other", "/MQTT"})
    void otherPathsAreNotFound(String path) {
        assertThat(handshakeStatus(root + path, "mqtt")).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amqp", "mqttv5"})
    void otherSubProtocolIsABadRequest(String subProtocol) {
        assertThat(handshakeStatus(root, subProtocol)).isEqualTo(400);
    }

    @Test
    void requestThatIsNoWebSocketIsNotFound() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root.replace("ws:", "http:") + "/mqtt"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void webSocketThatIsNotUsedEndsWithoutTrace() {
        WebSocket webSocket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("mqtt")
                .buildAsync(URI.create(root), new WebSocket.Listener() {})
                .join();

        assertThat(webSocket.getSubprotocol()).isEqualTo("mqtt");
        webSocket.abort();
        assertThat(simulator.totalConnections()).isZero();
    }

    private static int handshakeStatus(String url, String subProtocol) {
        CompletionException failure = catchThrowableOfType(
                CompletionException.class,
                () -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .subprotocols(subProtocol)
                        .buildAsync(URI.create(url), new WebSocket.Listener() {})
                        .join());
        return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
    }
}
