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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

// shown in docs/quarkus.adoc
@QuarkusTest
class DeltaIT {

    @ConfigProperty(name = "iotcloud.devservices.api-url")
    String cloud;

    @Inject
    Deltas deltas;

    @Test
    void deltaReachesTheRoute() throws Exception {
        String change = """
                {"ProductId": "DEVSERVICE", "DeviceName": "device-1", "ShadowVersion": 0,
                 "State": "{\\"desired\\":{\\"temperature\\":21}}"}""";
        HttpRequest request = HttpRequest.newBuilder(URI.create(cloud + "/"))
                .header("X-TC-Action", "UpdateDeviceShadow")
                .POST(HttpRequest.BodyPublishers.ofString(change))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

        await().untilAsserted(() -> assertThat(deltas.received())
                .anyMatch(state -> state.path("temperature").asInt() == 21));
    }
}
