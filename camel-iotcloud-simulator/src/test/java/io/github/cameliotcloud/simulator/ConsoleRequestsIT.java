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
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

/** What the console takes and refuses; no test leaves anything changed. */
class ConsoleRequestsIT {

    private static final String DEVICE_PATH = "/console/devices/ABC1234567/dev-01";

    private static IotCloudSimulator simulator;
    private static ConsoleClient console;

    @BeforeAll
    static void start() {
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
        console = new ConsoleClient(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/console/console.css, text/css",
        "/console/console.js, text/javascript",
        "/console/icon.svg, image/svg+xml"
    })
    void thePageAndItsFilesAreServed(String path, String contentType) {
        ConsoleClient.Answer answer = console.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().headers().firstValue("content-type").orElseThrow())
                .startsWith(contentType);
        assertThat(answer.http().body()).isNotBlank();
    }

    @Test
    void thePageLoadsNothingFromElsewhereAndHasNoInlineCode() {
        String page = console.get("/").http().body();

        assertThat(page).doesNotContain("http:", "https:", "<style", "style=", "onclick", "onload", "javascript:");
        assertThat(page).containsOnlyOnce("<script").contains("src=\"/console/console.js\"></script>");
        assertThat(console.get("/console/console.js").http().body())
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "http:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console/console.js", "/console/devices", "/console/nothing"})
    void everyAnswerHasTheSecurityHeaders(String path) {
        var headers = console.get(path).http().headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void theCloudApiStaysWhereItIs() {
        assertThat(console.post("/", "{}").json().at("/Response/Error/Code").textValue())
                .isEqualTo("MissingParameter");
        assertThat(console.get("/nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | /desired       | x                        | 5004",
                "PUT  | /desired       | []                       | 5003",
                "PUT  | /desired       | ''                       | Desired is empty",
                "PUT  | /enabled       | 1                        | true or false",
                "PUT  | /enabled       | nonsense                 | not JSON",
                "PUT  | /faults        | {}                       | at least one fault",
                "PUT  | /faults        | []                       | at least one fault",
                "PUT  | /faults        | {\"x\":true}             | no fault of this name",
                "PUT  | /faults        | {\"swallowPubAcks\":1}   | swallowPubAcks takes true or false",
                "PUT  | /faults        | {\"delayPubAcks\":-1}    | delayPubAcks takes whole milliseconds",
                "PUT  | /faults        | {\"delayPubAcks\":1e99}  | delayPubAcks takes whole milliseconds",
                "PUT  | /faults        | {\"refuseNextConnects\":{\"count\":1,\"connackCode\":6}} | connackCode from 1 to 5",
                "POST | /messages      | {}                       | a topic suffix",
                "POST | /messages      | {\"topic\":\"event\",\"qos\":1,\"payload\":\"\"}   | may not subscribe",
                "POST | /messages      | {\"topic\":\"control\",\"qos\":2,\"payload\":\"\"} | QoS 0 and 1 only",
                "POST | /cutConnection | {}                       | offline",
                "POST | /secondLogin   | {}                       | offline"
            })
    void badRequestsAreExplainedInASentence(String method, String action, String body, String message) {
        ConsoleClient.Answer answer = method.equals("PUT")
                ? console.put(DEVICE_PATH + action, body)
                : console.post(DEVICE_PATH + action, body);

        assertThat(answer.status()).isBetween(400, 409);
        assertThat(answer.json().path("error").textValue()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/devices/ABC1234567/unknown",
                "/console/devices/%3Cscript%3E/..%2F..%2Fetc",
                "/console/../secrets",
                "/console/console.css.map",
                "/console/"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(console.get(path).status()).isEqualTo(404);
    }

    @Test
    void badQueriesAreExplained() {
        assertThat(console.get("/console/devices?page=x").json().path("error").textValue())
                .isEqualTo("The page is a number from 1.");
        assertThat(console.get("/console/events?page=x").status()).isEqualTo(400);
    }

    @Test
    void tooLargeBodiesAreRefused() {
        assertThat(console.put(DEVICE_PATH + "/desired", "x".repeat(200_000)).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console/devices", "/console/events"})
    void otherHostNamesAreRefused(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: rebound.example:" + simulator.httpPort());

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("dev-01").contains("localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
    void ownHostNamesAreTaken(String host) throws IOException {
        assertThat(raw("GET /console/devices HTTP/1.1\r\nHost: " + host + ":" + simulator.httpPort()))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void requestsOfOtherSitesAreRefused(String header) throws IOException {
        String host = "Host: 127.0.0.1:" + simulator.httpPort() + "\r\n" + header + "\r\n";

        String change = raw("PUT " + DEVICE_PATH + "/enabled HTTP/1.1\r\n" + host
                + "Content-Type: application/json\r\nContent-Length: 5\r\n\r\nfalse");
        String look = raw("GET /console/events HTTP/1.1\r\n" + host);

        assertThat(change).startsWith("HTTP/1.1 403");
        assertThat(look).startsWith("HTTP/1.1 403");
        assertThat(console.get(DEVICE_PATH).json().path("enabled").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void formsAreRefused(String contentType) {
        ConsoleClient.Answer answer = console.send(console.request(DEVICE_PATH + "/cutConnection")
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("error").textValue()).contains("application/json");
    }

    /** Sends a request that java.net.http would not send; returns the answer's beginning. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.httpPort())) {
            socket.setSoTimeout(10_000);
            String text = request.contains("\r\n\r\n") ? request : request + "\r\n\r\n";
            socket.getOutputStream()
                    .write(text.replaceAll("(\r\n)+\r\n\r\n", "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] head = new byte[2000];
            int length = socket.getInputStream().read(head);
            return new String(head, 0, Math.max(0, length), StandardCharsets.US_ASCII);
        }
    }
}
