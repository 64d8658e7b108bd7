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
package io.github.cameliotcloud.quarkus.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An application's side of the simulated cloud. */
final class CloudApi {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI url;

    CloudApi(String url) {
        this.url = URI.create(url);
    }

    /** Wants another state, whatever version the shadow has. */
    void setDesired(String product, String device, String desired) throws IOException, InterruptedException {
        call(
                "UpdateDeviceShadow",
                parameters(product, device)
                        .put("State", "{\"desired\":" + desired + "}")
                        .put("ShadowVersion", 0));
    }

    /** What the device has reported. */
    JsonNode reported(String product, String device) throws IOException, InterruptedException {
        JsonNode answer = call("DescribeDeviceShadow", parameters(product, device));
        return mapper.readTree(answer.path("Data").asText()).at("/payload/state/reported");
    }

    private ObjectNode parameters(String product, String device) {
        return mapper.createObjectNode().put("ProductId", product).put("DeviceName", device);
    }

    private JsonNode call(String action, ObjectNode parameters) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/"))
                .header("X-TC-Action", action)
                .POST(HttpRequest.BodyPublishers.ofString(parameters.toString()))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        JsonNode response = mapper.readTree(answer).path("Response");
        if (response.has("Error")) {
            throw new IllegalStateException(action + " failed: " + response.path("Error"));
        }
        return response;
    }
}
