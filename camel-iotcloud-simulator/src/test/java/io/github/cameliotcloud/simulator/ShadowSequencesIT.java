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
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_OPERATION;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The sequences of protocol.md 5.9, one after the other, over MQTT and the cloud API. */
class ShadowSequencesIT {

    private static final long MS = 1_700_000_000_123L;
    private static final long S = 1_700_000_000L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private IotCloudSimulator simulator;
    private TestDevice device;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .clock(new ManualClock(Instant.ofEpochMilli(MS)))
                .start();
        device = TestDevice.connected(simulator);
        device.subscribe(SHADOW_RESULT, 0);
    }

    @AfterEach
    void stop() {
        device.close();
        simulator.close();
    }

    @Test
    @DisplayName("5.9 A to G in a row")
    void sequencesAToGOverMqttAndHttp() throws Exception {
        firstContact();
        repeatOneUnchangedKey();
        staleVersion();
        desiredWhileOnline();
        desiredWhileOffline();
        deleteOneKey();
        wrongVersionOverTheApi();
    }

    private void firstContact() {
        assertThat(request("{'type':'get','clientToken':'c-0'}"))
                .isEqualTo(json("{'clientToken':'c-0','payload':{'state':{'reported':{}},'timestamp':" + S
                        + ",'version':0},'result':0,'timestamp':" + S + ",'type':'get'}"));
        assertThat(request(
                        "{'type':'update','state':{'reported':{'t':27,'m':'cool'}},'version':0,'clientToken':'c-1'}"))
                .isEqualTo(json("{'clientToken':'c-1'," + updated("{'reported':{'m':'cool','t':27}}", 1)));
    }

    private void repeatOneUnchangedKey() {
        assertThat(request("{'type':'update','state':{'reported':{'t':28,'m':'cool'}}}"))
                .isEqualTo(json("{" + updated("{'reported':{'t':28}}", 2)));
    }

    private void staleVersion() {
        assertThat(request("{'type':'update','state':{'reported':{'t':29}},'version':1}"))
                .isEqualTo(json("{'payload':{'state':{'reported':{'m':'cool','t':28}},'timestamp':" + MS
                        + ",'version':2},'result':5005,'timestamp':" + MS + ",'type':'update'}"));
        assertThat(simulator.shadow(PRODUCT, DEVICE).at("/state").toString())
                .isEqualTo(json("{'reported':{'t':28,'m':'cool'}}"));
    }

    private void desiredWhileOnline() throws Exception {
        assertThat(updateShadow("{'desired':{'t':25}}", 2).at("/Data").textValue())
                .isEqualTo(json("{'payload':{'metadata':{'desired':{'t':{'timestamp':" + MS
                        + "}}},'state':{'desired':{'t':25}},'timestamp':" + MS + ",'version':3},'result':0,"
                        + "'timestamp':" + MS + ",'type':'update'}"));
        assertThat(nextDocument())
                .isEqualTo(json("{'payload':{'state':{'t':25},'timestamp':" + MS + ",'version':3},'timestamp':" + MS
                        + ",'type':'delta'}"));
        assertThat(request("{'type':'update','state':{'reported':{'t':25},'desired':null},'version':3}"))
                .isEqualTo(json("{" + updated("{'desired':null,'reported':{'t':25}}", 4)));
    }

    private void desiredWhileOffline() throws Exception {
        device.close();
        await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);
        assertThat(updateShadow("{'desired':{'t':20}}", 0).at("/Data").textValue())
                .contains(json("'version':5"));
        device = TestDevice.connected(simulator);
        device.subscribe(SHADOW_RESULT, 0);

        assertThat(request("{'type':'get'}"))
                .isEqualTo(json("{'payload':{'state':{'delta':{'t':20},'desired':{'t':20},"
                        + "'reported':{'m':'cool','t':25}},'timestamp':" + MS + ",'version':5},'result':0,'timestamp':"
                        + S + ",'type':'get'}"));
    }

    private void deleteOneKey() {
        assertThat(request("{'type':'update','state':{'reported':{'m':null}}}"))
                .isEqualTo(json("{" + updated("{'reported':{'m':null}}", 6)));
        assertThat(request("{'type':'get'}"))
                .contains(json("'reported':{'t':25}"))
                .doesNotContain("cool");
    }

    private void wrongVersionOverTheApi() throws Exception {
        assertThat(updateShadow("{'desired':{'t':19}}", 5).at("/Error/Code").textValue())
                .isEqualTo("FailedOperation.UpdateVersionNotMatch");

        // a delta would arrive before the answer to this
        assertThat(request("{'type':'get'}")).contains(json("'desired':{'t':20}"), json("'type':'get'"));
    }

    private String request(String singleQuoted) {
        device.publish(SHADOW_OPERATION, json(singleQuoted), 0);
        return nextDocument();
    }

    private String nextDocument() {
        await().until(() -> !device.inbox().isEmpty());
        return new String(device.inbox().remove().getPayloadAsBytes(), UTF_8);
    }

    private JsonNode updateShadow(String state, long version) throws IOException, InterruptedException {
        ObjectNode body = mapper.createObjectNode()
                .put("ProductId", PRODUCT)
                .put("DeviceName", DEVICE)
                .put("State", json(state))
                .put("ShadowVersion", version);
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.apiUrl()))
                .header("Content-Type", "application/json")
                .header("X-TC-Action", "UpdateDeviceShadow")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return mapper.readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("Response");
    }

    private static String updated(String state, long version) {
        return "'payload':{'state':" + state + ",'timestamp':" + MS + ",'version':" + version
                + "},'result':0,'timestamp':" + MS + ",'type':'update'}";
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
