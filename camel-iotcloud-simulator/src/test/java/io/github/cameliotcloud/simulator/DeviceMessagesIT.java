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
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.application.ApplicationSettings;
import io.github.cameliotcloud.simulator.application.RefusedException;

class DeviceMessagesIT {

    private static final String RRPC = "$rrpc/rxd/ABC1234567/dev-01/+";
    private static final String BROADCAST = "$broadcast/rxd/ABC1234567/dev-01";

    private IotCloudSimulator simulator;
    private TestDevice device;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, "dev-02")
                .applications(ApplicationSettings.DEFAULTS.withRrpcWindow(Duration.ofSeconds(30)))
                .start();
        device = TestDevice.of(simulator);
    }

    @AfterEach
    void stop() {
        device.close();
        simulator.close();
    }

    @Test
    void callReturnsWhatTheDeviceAnswers() {
        device.connect(true);
        device.subscribe(RRPC, 0);

        CompletableFuture<byte[]> answer = simulator.messages().call(PRODUCT, DEVICE, bytes("ask"));

        await().until(() -> !device.inbox().isEmpty());
        String topic = device.inbox().remove().getTopic().toString();
        device.publish(topic.replace("rxd", "txd"), "answer", 0);
        assertThat(answer).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(bytes("answer"));
        assertThat(simulator.received())
                .extracting(ReceivedMessage::topic)
                .containsExactly(topic.replace("rxd", "txd"));
    }

    @Test
    void answersCarryTheNumberOfTheirCall() {
        device.connect(true);
        device.subscribe(RRPC, 0);
        CompletableFuture<byte[]> first = simulator.messages().call(PRODUCT, DEVICE, bytes("a"));
        CompletableFuture<byte[]> second = simulator.messages().call(PRODUCT, DEVICE, bytes("b"));

        device.publish("$rrpc/txd/ABC1234567/dev-01/2", "to b", 0);
        device.publish("$rrpc/txd/ABC1234567/dev-01/1", "to a", 0);

        assertThat(first).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(bytes("to a"));
        assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(bytes("to b"));
    }

    @Test
    void closeEndsACallThatWaits() {
        device.connect(true);
        device.subscribe(RRPC, 0);
        CompletableFuture<byte[]> answer = simulator.messages().call(PRODUCT, DEVICE, bytes("ask"));

        simulator.close();

        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void callerThatLeavesHarmsNobody() throws IOException {
        device.connect(true);
        device.subscribe(RRPC, 0);
        String body = "{\"ProductId\":\"ABC1234567\",\"DeviceName\":\"dev-01\",\"Payload\":\"ask\"}";
        try (OwnFailures failures = OwnFailures.begin()) {
            try (Socket caller = new Socket("127.0.0.1", simulator.httpPort())) {
                caller.getOutputStream()
                        .write(bytes("POST / HTTP/1.1\r\nHost: x\r\nX-TC-Action: PublishRRPCMessage\r\n"
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body));
                await().until(() -> device.inbox().size() == 1);
            }
            device.publish("$rrpc/txd/ABC1234567/dev-01/1", "to nobody", 1);

            CompletableFuture<byte[]> next = simulator.messages().call(PRODUCT, DEVICE, bytes("ask again"));
            device.publish("$rrpc/txd/ABC1234567/dev-01/2", "to you", 0);
            assertThat(next).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(bytes("to you"));
            assertThat(failures.all()).isEmpty();
        }
    }

    @Test
    void broadcastIsNotStoredForAnOfflineDevice() {
        device.connect(false);
        device.subscribe(BROADCAST, 1);
        device.close();
        await().until(() -> simulator.totalConnections() == 0);

        simulator.messages().broadcast(PRODUCT, bytes("missed"), 1);
        device.connect(false);
        simulator.messages().broadcast(PRODUCT, bytes("seen"), 1);

        await().until(() -> !device.inbox().isEmpty());
        assertThat(device.inbox())
                .extracting(m -> new String(m.getPayloadAsBytes(), UTF_8))
                .containsExactly("seen");
    }

    @Test
    void unknownNamesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.messages().call(PRODUCT, "unknown", bytes("x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.messages().broadcast(PRODUCT, bytes("x"), 2));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> simulator.messages().broadcast("NONE123456", bytes("x"), 1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
