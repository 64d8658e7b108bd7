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

import java.net.URL;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WatchedApplicationIT {

    @ConfigProperty(name = "iotcloud.devservices.api-url")
    String apiUrl;

    @TestHTTPResource("/q/health/ready")
    URL readiness;

    @TestHTTPResource("/q/metrics")
    URL metrics;

    @Test
    void readinessIsUpWhenTheDeviceIsConnected() {
        await().untilAsserted(() -> {
            Answer answer = Answer.of(readiness);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().findValuesAsText("name")).contains("camel-consumers");
        });
    }

    @Test
    void metersShowWhereQuarkusShowsItsOwn() {
        await().untilAsserted(() -> assertThat(Answer.of(metrics).body())
                .containsPattern("camel_iotcloud_sessions\\{.*state=\"connected\".*} 1\\.0")
                .contains("camel_iotcloud_deltas", "camel_iotcloud_reconnects"));
    }

    @Test
    void cloudHearsThatADeltaWasProcessed() throws Exception {
        CloudApi cloud = new CloudApi(apiUrl);

        cloud.setDesired("DEVSERVICE", "device-1", "{\"humidity\":40}");

        await().untilAsserted(() -> assertThat(cloud.reported("DEVSERVICE", "device-1")
                        .path("humidity")
                        .asInt())
                .isEqualTo(40));
    }
}
