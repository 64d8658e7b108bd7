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
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many devices, many pages, and pages that do not keep up. */
class ConsoleLoadIT {

    private IotCloudSimulator simulator;
    private ConsoleClient console;
    private TestDevice device;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, "dev-02")
                .start();
        console = new ConsoleClient(simulator);
        device = TestDevice.of(simulator);
    }

    @AfterEach
    void stop() {
        device.close();
        simulator.close();
    }

    @Test
    void aBrowserThatDoesNotReadLosesPacketsAndSlowsNobody() throws IOException {
        try (Socket slow = new Socket("127.0.0.1", simulator.httpPort())) {
            slow.setReceiveBufferSize(32 * 1024);
            slow.getOutputStream()
                    .write(("GET /console/events?log=all HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            slow.setSoTimeout(10_000);
            assertThat(readUntil(slow.getInputStream(), "event: devices")).isTrue();
            device.connect(true);
            device.subscribe(device.topic("control"), 0);
            byte[] payload = "x".repeat(200).getBytes(StandardCharsets.US_ASCII);

            // many times more than may wait for a browser
            IntStream.range(0, 5_000).forEach(number -> simulator.publish(PRODUCT, DEVICE, "control", payload, 0));
            await().until(() -> device.inbox().size() == 5_000);

            assertThat(readUntil(slow.getInputStream(), "event: lost")).isTrue();
        }
    }

    @Test
    void atMostTwentyPagesLookOnAtOnceAndClosedOnesMakeRoom() {
        List<ConsoleClient.Events> open = new ArrayList<>();
        try {
            IntStream.range(0, 20).forEach(number -> open.add(console.events("")));
            open.forEach(events -> assertThat(events.status()).isEqualTo(200));

            assertThat(console.get("/console/events").json().path("error").textValue())
                    .contains("20 pages");

            open.remove(0).close();
            await().untilAsserted(() -> {
                try (ConsoleClient.Events again = console.events("")) {
                    assertThat(again.status()).isEqualTo(200);
                }
            });
        } finally {
            open.forEach(ConsoleClient.Events::close);
        }
    }

    @Test
    void tenThousandDevicesComeInPages() {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();
        IntStream.range(0, 10_000).forEach(number -> builder.device(PRODUCT, "many-" + number));
        try (IotCloudSimulator many = builder.start()) {
            ConsoleClient client = new ConsoleClient(many);

            ConsoleClient.Answer first = client.get("/console/devices");
            JsonNode beyond = client.get("/console/devices?page=1000000").json();

            assertThat(first.json().path("total").intValue()).isEqualTo(10_000);
            assertThat(first.json().path("devices")).hasSize(50);
            assertThat(first.http().body().length()).isLessThan(10_000);
            assertThat(beyond.path("page").intValue()).isEqualTo(200);
            assertThat(beyond.at("/devices/49/device").textValue()).isEqualTo("many-9999");
            assertThat(client.get("/console/devices?filter=many-123")
                            .json()
                            .path("matching")
                            .intValue())
                    .isEqualTo(11);
        }
    }

    private static boolean readUntil(InputStream stream, String text) throws IOException {
        String window = "";
        byte[] chunk = new byte[8192];
        for (int length = stream.read(chunk); length > 0; length = stream.read(chunk)) {
            window = window.substring(Math.max(0, window.length() - text.length()))
                    + new String(chunk, 0, length, StandardCharsets.UTF_8);
            if (window.contains(text)) {
                return true;
            }
        }
        return false;
    }
}
