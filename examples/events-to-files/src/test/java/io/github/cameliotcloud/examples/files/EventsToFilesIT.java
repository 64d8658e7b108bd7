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
package io.github.cameliotcloud.examples.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import static io.github.cameliotcloud.examples.files.SimulatedSite.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EventsToFilesIT {

    private static final String DEVICE = "gateway-1";

    @TempDir
    Path directory;

    private Path data;
    private StoredLines stored;

    @BeforeEach
    void chooseDirectory() {
        data = directory.resolve("data");
        stored = new StoredLines(data);
    }

    @Test
    void eachMessageIsALineOfARollingFileAndIsConfirmedByAnEvent() throws Exception {
        String lastLine = new EventsToFilesDemo(directory).run();

        assertThat(lastLine)
                // more than eight files when a new day begins meanwhile
                .matches("events-to-files: 8 control messages and 8 deltas in \\d+ files, "
                        + "1 dead letter, 16 events at the cloud");
        assertThat(stored.files("control"))
                .extracting(file -> file.getFileName().toString())
                .allMatch(name -> name.matches("gateway-[12]-\\d{4}-\\d{2}-\\d{2}\\.[12]\\.jsonl"))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(stored.lines("control"))
                .extracting(line -> line.path("device").asText() + " "
                        + line.path("control").path("number").asInt())
                .containsExactly(
                        "gateway-1 1",
                        "gateway-1 2",
                        "gateway-1 3",
                        "gateway-1 4",
                        "gateway-2 1",
                        "gateway-2 2",
                        "gateway-2 3",
                        "gateway-2 4");
        assertThat(stored.lines("delta"))
                .extracting(line -> line.path("delta").path("interval").asInt())
                .containsExactly(10, 20, 30, 40, 10, 20, 30, 40);
    }

    @Test
    void whatIsNoJsonObjectIsPutAsideWithTheReasonAndAcknowledged() throws Exception {
        byte[][] bad = {
            {}, text("[1]"), text("{} {}"), text("{\"a\":"), {0, 0, (byte) 0xFF, (byte) 0xFF}, {'{', (byte) 0xC0, '}'}
        };
        String odd = "{\"text\":\"\\n ${body} {{files.directory}} \\u0000\",\"number\":1.000000000000000000001}";
        try (SimulatedSite site = start()) {
            for (byte[] message : bad) {
                site.cloud().publish(PRODUCT, DEVICE, "control", message, 1);
            }
            site.cloud().publishControl(PRODUCT, DEVICE, odd);
            awaitNothingPending(site);
            assertThat(site.cloud().connectCount(PRODUCT, DEVICE)).isOne();
        }
        assertThat(stored.files("control")).hasSize(1);
        assertThat(stored.files("control").get(0)).content().endsWith("\"control\":" + odd + "}\n");
        assertThat(stored.lines("dead-letter")).hasSize(bad.length);
        for (int i = 0; i < bad.length; i++) {
            JsonNode letter = stored.lines("dead-letter").get(i);
            assertThat(letter.path("topic").asText()).isEqualTo(PRODUCT + "/gateway-1/control");
            assertThat(letter.path("reason").asText()).isNotBlank().doesNotContain("\n");
            assertThat(letter.path("message").binaryValue()).isEqualTo(bad[i]);
        }
    }

    @Test
    void messageThatCannotBeWrittenComesAgainUntilItCan() throws Exception {
        Files.createDirectories(data);
        Path inTheWay = Files.writeString(data.resolve("control"), "a file where a directory shall be");
        try (SimulatedSite site = start()) {
            site.cloud().publishControl(PRODUCT, DEVICE, "{\"number\":1}");
            site.cloud().publishControl(PRODUCT, DEVICE, "{\"number\":2}");
            await().atMost(Duration.ofSeconds(10)).until(() -> site.cloud().connectCount(PRODUCT, DEVICE) > 1);
            Files.delete(inTheWay);
            awaitNothingPending(site);
        }
        assertThat(stored.lines("control"))
                .extracting(line -> line.path("control").path("number").asInt())
                .as("at least once: the second may be written while the first waits to come again")
                .contains(1, 2);
        assertThat(stored.lines("dead-letter")).isEmpty();
    }

    private SimulatedSite start() throws Exception {
        Map<String, String> properties = Map.of("camel.component.iotcloud.reconnect-delay", "100");
        return SimulatedSite.start(data, directory.resolve("secrets.properties"), properties);
    }

    private static void awaitNothingPending(SimulatedSite site) {
        await().atMost(Duration.ofSeconds(10)).until(() -> site.cloud().pendingMessages(PRODUCT, DEVICE) == 0);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
