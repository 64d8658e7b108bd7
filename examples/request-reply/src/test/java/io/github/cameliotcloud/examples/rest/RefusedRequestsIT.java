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
package io.github.cameliotcloud.examples.rest;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.examples.rest.Answers.assertError;
import static io.github.cameliotcloud.examples.rest.SimulatedHome.NOT_SERVED;
import static io.github.cameliotcloud.examples.rest.SimulatedHome.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests of which nothing may reach the cloud. */
class RefusedRequestsIT {

    private static final String DEVICE = "thermostat-1";

    private static SimulatedHome home;
    private static RestClient client;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        home = SimulatedHome.start(directory.resolve("secrets.properties"), Map.of());
        client = new RestClient(home.uri());
    }

    @AfterAll
    static void stop() {
        home.close();
    }

    /** For all tests: no shadow has changed, and no device but the one of the path was connected. */
    @AfterEach
    void cloudHasSeenNothing() {
        assertThat(home.cloud().shadow(PRODUCT, DEVICE).at("/state/reported")).isEmpty();
        assertThat(home.cloud().connectAttempts(PRODUCT, "thermostat-2")).isZero();
        assertThat(home.cloud().connectAttempts(PRODUCT, NOT_SERVED)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "warmer",
                "[1]",
                "{} {}",
                "{\"temperature\":",
                "{\"temperature\":[null]}",
                "{\"1\":{\"2\":{\"3\":{\"4\":{\"5\":{\"6\":1}}}}}}",
                "\0\0\0\0"
            })
    void badBodyIsA400(String body) throws Exception {
        assertError(client.put(DEVICE, body), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b"})
    void formIsA400(String contentType) throws Exception {
        String body = "temperature=21";

        assertError(client.send(client.putRequest(DEVICE, body).header("Content-Type", contentType)), 400);
    }

    @Test
    void bodyOverTheLimitOfTheCloudIsRefused() throws Exception {
        String body = "{\"text\":\"" + "x".repeat(16_384) + "\"}";

        assertThat(client.put(DEVICE, body).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "\"0\"", "-1", "latest", "1, 2", "W/\"1\"", "\"1", "12345678901234567890", "*"})
    void badIfMatchIsA400(String ifMatch) throws Exception {
        assertError(client.put(DEVICE, "{\"temperature\":21}", ifMatch), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOT_SERVED,
                "thermostat-1,thermostat-2",
                "thermostat-1%0A",
                "thermostat-",
                "thermostat-1%26brokerUrl=tcp:%2F%2Felsewhere:1883",
                "%7B%7Brest.secrets%7D%7D",
                "$%7Bexchange%7D",
                "RAW(meter-9)"
            })
    void unknownDeviceIsA404AndOpensNoSession(String device) throws Exception {
        assertError(client.get(device), 404);
        assertError(client.put(device, "{\"temperature\":21}"), 404);
    }

    /** Behind a gateway that looks at paths, the path alone must choose the device. */
    @Test
    void secondDeviceBesideThePathIsA404() throws Exception {
        HttpRequest.Builder form = client.putRequest(DEVICE, "device=thermostat-2")
                .header("Content-Type", "application/x-www-form-urlencoded");

        assertError(client.send(client.request("/devices/thermostat-1/shadow?device=thermostat-2")), 404);
        assertError(client.send(client.request("/devices/thermostat-1/shadow").header("device", "thermostat-2")), 404);
        assertError(client.send(form), 404);
    }
}
