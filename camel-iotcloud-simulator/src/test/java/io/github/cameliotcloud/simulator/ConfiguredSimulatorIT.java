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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConfiguredSimulatorIT {

    @TempDir
    Path directory;

    @Test
    void fileOfTheManualStartsWhatItSays() throws IOException {
        Path file = write("bed.yaml", SimulatorPage.listing("bed.yaml"));

        try (IotCloudSimulator simulator =
                IotCloudSimulator.builder().config(file).start()) {
            assertThat(simulator.knownDevices())
                    .extracting(Object::toString)
                    .containsExactly(
                            "ABC1234567/dev-01", "ABC1234567/dev-02", "ABC1234567/dev-03", "CERT000001/gateway");
            assertThat(simulator.secrets().of("ABC1234567", "dev-01")).isEqualTo(TestDevice.SECRET);
            assertThat(simulator.knownDevices())
                    .filteredOn(device -> !device.enabled())
                    .extracting(Object::toString)
                    .containsExactly("ABC1234567/dev-03");
            assertThat(simulator.tlsPort()).isPositive();
            assertThat(directory.resolve("target/bed.mv")).isRegularFile();
            try (TestDevice device = TestDevice.connected(simulator)) {
                device.publish(device.topic("alarm/fire"), "heard", 1);
                assertThat(simulator.received("ABC1234567", "dev-01", "alarm/fire"))
                        .hasSize(1);
            }
        }
    }

    @Test
    void limitsRulesAndAccountsOfTheManualCount() throws Exception {
        Path file = write("bed.yaml", SimulatorPage.listing("bed.yaml"));

        try (IotCloudSimulator simulator =
                IotCloudSimulator.builder().config(file).start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.publishControl("ABC1234567", "dev-01", "x".repeat(1025)))
                    .withMessageContaining("The payload is too long");
            String attributes = IntStream.rangeClosed(1, 21)
                    .mapToObj(number -> "\"a" + number + "\":1")
                    .collect(Collectors.joining(",", "{", "}"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.setDesired("ABC1234567", "dev-01", attributes));
            HttpRequest unsigned = HttpRequest.newBuilder(URI.create(simulator.apiUrl() + "/"))
                    .header("X-TC-Action", "DescribeDevices")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(unsigned, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("\"Error\"")
                    .contains("Authorization");
        }
    }

    @Test
    void laterCallsWinOverTheFile() throws IOException {
        Path file = write("bed.json", "{\"host\":\"nowhere.invalid\",\"ports\":{\"mqtt\":0}}");

        try (IotCloudSimulator simulator =
                IotCloudSimulator.builder().config(file).host("127.0.0.1").start()) {
            assertThat(simulator.brokerUrl()).startsWith("tcp://127.0.0.1:");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            products: {abc: {devices: {d: }}}                      | products.abc: A product ID has exactly 10 characters
            products: {ABC1234567: {devices: {"d d": }}}           | products.ABC1234567.devices.d d: A device name has
            products: {ABC1234567: {devices: {d: {secret: "?!"}}}} | products.ABC1234567.devices.d: The device secret is not Base64.
            products: {ABC1234567: {topics: [{suffix: a//b, permission: publish}]}} | products.ABC1234567.topics[0]: A topic suffix
            products: {ABC1234567: {topics: [{suffix: a}]}}        | products.ABC1234567.topics[0]: A topic has a permission
            products: {ABC1234567: {authentication: certificate, devices: {d: {secret: AAAA}}}} | products.ABC1234567.devices.d: A device has no secret
            ports: {mqtt: 70000}                                   | ports.mqtt: A port is 0 to 65535, not 70000.
            limits: {profile: editionB}                            | limits.profile: The limits are relaxed, editionA or editionL, not editionB.
            limits: {values: {PAYLOAD_BYTES: 0}}                   | limits: The limit PAYLOAD_BYTES is 1 to 1048576, not 0
            shadowRules: {profile: strict}                         | shadowRules.profile: The shadow rules are default or livePage, not strict.
            """)
    void badValueIsToldWithItsPlace(String content, String message) throws IOException {
        Path file = write("bed.yaml", content);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> IotCloudSimulator.builder().config(file))
                .withMessageStartingWith("The configuration " + file + ": " + message);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
