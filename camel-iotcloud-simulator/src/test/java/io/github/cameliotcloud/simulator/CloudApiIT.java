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
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CloudApiIT {

    private static final long MS = 1_700_000_000_123L;
    private static final String DEVICE_PARAMETERS = "\"ProductId\":\"ABC1234567\",\"DeviceName\":\"dev-01\"";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private IotCloudSimulator simulator;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .clock(new ManualClock(Instant.ofEpochMilli(MS)))
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void updateAnswersWithTheDocumentAsText() {
        JsonNode response = update("{\\\"desired\\\":{\\\"t\\\":25}}", 0);

        assertThat(response.at("/Data").textValue())
                .isEqualTo("{\"payload\":{\"metadata\":{\"desired\":{\"t\":{\"timestamp\":" + MS + "}}},"
                        + "\"state\":{\"desired\":{\"t\":25}},\"timestamp\":" + MS + ",\"version\":1},"
                        + "\"result\":0,\"timestamp\":" + MS + ",\"type\":\"update\"}");
        assertThat(response.at("/RequestId").textValue()).isNotEmpty();
    }

    @Test
    void describeAnswersWithTheWholeShadow() {
        update("{\\\"desired\\\":{\\\"t\\\":25}}", 0);

        assertThat(call("DescribeDeviceShadow", "{" + DEVICE_PARAMETERS + "}")
                        .at("/Data")
                        .textValue())
                .isEqualTo("{\"payload\":{\"metadata\":{\"desired\":{\"t\":{\"timestamp\":" + MS
                        + "}},\"reported\":{}},\"state\":{\"delta\":{\"t\":25},\"desired\":{\"t\":25},\"reported\":{}},"
                        + "\"timestamp\":" + MS + ",\"version\":1},\"result\":0,\"timestamp\":" + MS
                        + ",\"type\":\"get\"}");
    }

    @Test
    void updateIsPushedToTheDevice() {
        try (TestDevice device = TestDevice.of(simulator)) {
            device.connect(true);
            device.subscribe(SHADOW_RESULT, 0);

            update("{\\\"desired\\\":{\\\"t\\\":25}}", 0);

            await().untilAsserted(() -> assertThat(device.inbox()).hasSize(1));
        }
    }

    @Test
    void sequenceGWrongVersionOverTheApi() {
        try (TestDevice device = TestDevice.of(simulator)) {
            device.connect(true);
            device.subscribe(SHADOW_RESULT, 0);
            update("{\\\"desired\\\":{\\\"t\\\":25}}", 0);

            assertError(update("{\\\"desired\\\":{\\\"t\\\":26}}", 7), "FailedOperation.UpdateVersionNotMatch");

            update("{\\\"desired\\\":{\\\"t\\\":27}}", 1);
            await().untilAsserted(() -> assertThat(device.inbox()).hasSize(2));
            assertThat(simulator.shadow(PRODUCT, DEVICE).at("/version").longValue())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "InvalidParameterValue.InvalidJSON | x",
                "InvalidParameterValue.InvalidJSON | []",
                "InvalidParameterValue.JSONHasInvalidNode | {\\\"reported\\\":{}}",
                "InvalidParameterValue.JSONHasInvalidNode | {\\\"desired\\\":1}",
                "InvalidParameterValue | {}"
            })
    void badStateIsRefused(String code, String state) {
        assertError(update(state, 0), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MissingParameter | {}",
                "MissingParameter | {\"ProductId\":\"ABC1234567\"}",
                "MissingParameter | {\"ProductId\":\"ABC1234567\",\"DeviceName\":\"dev-01\",\"State\":\"{}\"}",
                "InvalidParameter | {\"ProductId\":1,\"DeviceName\":\"dev-01\",\"State\":\"{}\",\"ShadowVersion\":0}",
                "UnknownParameter | {\"ProductId\":\"ABC1234567\",\"Foo\":1}",
                "ResourceNotFound.ProductOrDeviceNotExist"
                        + " | {\"ProductId\":\"ABC1234567\",\"DeviceName\":\"no\",\"State\":\"{}\",\"ShadowVersion\":0}",
                "InvalidParameter | {",
                "InvalidParameter | []",
                "InvalidParameter | ''"
            })
    void badParametersAreRefused(String code, String body) {
        assertError(call("UpdateDeviceShadow", body), code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"0\"", "true", "99999999999999999999"})
    void shadowVersionIsAnUnsignedInteger(String version) {
        assertError(
                call(
                        "UpdateDeviceShadow",
                        "{" + DEVICE_PARAMETERS + ",\"State\":\"{}\",\"ShadowVersion\":" + version + "}"),
                "InvalidParameter");
    }

    @Test
    void unknownActionIsRefused() {
        assertError(call("NoSuchAction", "{}"), "InvalidAction");
    }

    @Test
    void missingActionIsRefused() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.apiUrl()))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertError(responseOf(send(request)), "MissingParameter");
    }

    @Test
    void bodyOver1MbIsRefused() {
        assertError(call("UpdateDeviceShadow", "x".repeat(1024 * 1024 + 1)), "RequestSizeLimitExceeded");
    }

    @Test
    void otherPathsAndMethodsAreAnswered() {
        HttpRequest get = HttpRequest.newBuilder(URI.create(simulator.apiUrl() + "/nothing"))
                .build();

        HttpResponse<String> response = send(get);

        assertThat(response.statusCode()).isEqualTo(404);
        assertError(responseOf(response), "InvalidAction");
    }

    private JsonNode update(String escapedState, long version) {
        return call(
                "UpdateDeviceShadow",
                "{" + DEVICE_PARAMETERS + ",\"State\":\"" + escapedState + "\",\"ShadowVersion\":" + version + "}");
    }

    private JsonNode call(String action, String body) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(simulator.apiUrl()))
                .header("Content-Type", "application/json")
                .header("X-TC-Action", action)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
        return responseOf(response);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode responseOf(HttpResponse<String> response) {
        try {
            return json.readTree(response.body()).path("Response");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertError(JsonNode response, String code) {
        assertThat(response.at("/Error/Code").textValue()).isEqualTo(code);
        assertThat(response.at("/Error/Message").textValue()).isNotBlank();
        assertThat(response.at("/RequestId").textValue()).isNotBlank();
    }
}
