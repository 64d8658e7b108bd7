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

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.examples.rest.Answers.assertError;
import static io.github.cameliotcloud.examples.rest.Answers.json;
import static io.github.cameliotcloud.examples.rest.SimulatedHome.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RequestReplyIT {

    private static final String DEVICE = "thermostat-1";

    @TempDir
    Path directory;

    private SimulatedHome home;
    private RestClient client;

    @BeforeEach
    void start() throws Exception {
        home = SimulatedHome.start(
                directory.resolve("secrets.properties"),
                Map.of(
                        "camel.component.iotcloud.request-timeout", "2s",
                        "camel.component.iotcloud.reconnect-delay", "100"));
        client = new RestClient(home.uri());
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void shadowIsReadAndUpdatedWithItsVersionAsETag() throws Exception {
        home.cloud().setDesired(PRODUCT, DEVICE, "{\"temperature\":25}");

        HttpResponse<String> update = client.put(DEVICE, "{\"temperature\":21}");
        HttpResponse<String> document = client.get(DEVICE);

        assertThat(update.statusCode()).isEqualTo(200);
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.headers().firstValue("Content-Type")).contains("application/json");
        long version = home.cloud().shadow(PRODUCT, DEVICE).path("version").asLong();
        assertThat(update.headers().firstValue("ETag")).contains("\"" + version + "\"");
        assertThat(document.headers().firstValue("ETag")).contains("\"" + version + "\"");
        assertThat(json(document).path("version").asLong()).isEqualTo(version);
        assertThat(json(document).at("/state/reported/temperature").asInt()).isEqualTo(21);
        assertThat(json(document).at("/state/desired/temperature").asInt()).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%d\"", "%d"})
    void updateOfTheVersionThatTheClientKnowsIsDone(String ifMatch) throws Exception {
        long version = home.cloud().setDesired(PRODUCT, DEVICE, "{\"temperature\":25}");

        assertThat(client.put(DEVICE, "{\"temperature\":21}", ifMatch.formatted(version))
                        .statusCode())
                .isEqualTo(200);
        assertThat(reportedTemperature()).isEqualTo(21);
    }

    @Test
    void updateOfAnOlderVersionIsAConflictThatBringsTheCurrentDocument() throws Exception {
        client.put(DEVICE, "{\"temperature\":20}");
        long older = home.cloud().setDesired(PRODUCT, DEVICE, "{\"temperature\":24}");
        long current = home.cloud().setDesired(PRODUCT, DEVICE, "{\"temperature\":25}");

        HttpResponse<String> answer = client.put(DEVICE, "{\"temperature\":21}", "\"" + older + "\"");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("ETag")).contains("\"" + current + "\"");
        assertThat(json(answer).path("error").asText()).endsWith(".");
        assertThat(json(answer).path("version").asLong()).isEqualTo(current);
        assertThat(json(answer).at("/state/reported/temperature").asInt()).isEqualTo(20);
        assertThat(json(answer).at("/state/desired/temperature").asInt()).isEqualTo(25);
        assertThat(reportedTemperature()).isEqualTo(20);
    }

    @Test
    void headersAndParametersOfTheClientReachNeitherTheCloudNorTheAnswer() throws Exception {
        HttpResponse<String> answer = client.send(client.putRequest(DEVICE, "{\"temperature\":21}")
                .uri(home.uri()
                        .resolve("/devices/thermostat-1/shadow/reported?CamelIotCloudOperation=clear&operation=get"))
                .header("CamelIotCloudOperation", "get")
                .header("CamelIotCloudVersion", "99")
                .header("X-Of-The-Client", "echo"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(reportedTemperature()).isEqualTo(21);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase().startsWith("x-"));
    }

    @Test
    void silentCloudIsA504UntilItAnswersAgain() throws Exception {
        home.cloud().faults().swallowShadowReplies(PRODUCT, DEVICE, true);
        assertError(client.put(DEVICE, "{\"temperature\":21}"), 504);

        home.cloud().faults().swallowShadowReplies(PRODUCT, DEVICE, false);
        assertThat(client.get(DEVICE).statusCode()).isEqualTo(200);
    }

    @Test
    void lostConnectionIsA503UntilItIsBack() throws Exception {
        assertThat(client.get(DEVICE).statusCode()).isEqualTo(200);
        home.cloud().faults().goAway();

        HttpResponse<String> answer = client.get(DEVICE);

        assertError(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        home.cloud().faults().comeBack();
        await().atMost(Duration.ofSeconds(10)).until(() -> client.get(DEVICE).statusCode() == 200);
    }

    @Test
    void cloudThatWasNeverThereIsA503() throws Exception {
        home.cloud().faults().goAway();
        assertError(client.get(DEVICE), 503);
    }

    @Test
    void refusedCredentialsAreA503() throws Exception {
        home.cloud().faults().refuseNextConnects(PRODUCT, DEVICE, 1, 5);
        assertError(client.get(DEVICE), 503);
    }

    private int reportedTemperature() {
        return home.cloud()
                .shadow(PRODUCT, DEVICE)
                .at("/state/reported/temperature")
                .asInt();
    }
}
