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
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(WrongSecretIT.WrongSecret.class)
class WrongSecretIT {

    @TestHTTPResource("/q/health/ready")
    URL readiness;

    @Test
    void readinessIsDownAndSaysThatTheCredentialsWereRefused() {
        await().untilAsserted(() -> {
            Answer answer = Answer.of(readiness);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("status").asText()).isEqualTo("DOWN");
            JsonNode reason = answer.json().at("/checks").findValue("iotcloud.lastError");
            assertThat(reason).isNotNull();
            assertThat(reason.asText()).contains("DEVSERVICE/device-1").contains("deviceSecret");
        });
    }

    public static class WrongSecret implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("camel.main.routes-include-pattern", "classpath:wrong-secret/*.yaml");
        }
    }
}
