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
package io.github.cameliotcloud.starter;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import com.fasterxml.jackson.databind.JsonNode;

import static io.github.cameliotcloud.starter.ThermostatApplication.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** One application for all tests: connected, with the device's secret in each place where it may be written. */
class ActuatorIT {

    private static final String WRONG_SECRET = "d3Jvbmctd3Jvbmctd3Jvbmc=";
    private static final String PRIVATE_KEY = "file:/nowhere/of-the-device.key";

    private static IotCloudSimulator cloud;
    private static ConfigurableApplicationContext application;
    private static Actuator actuator;

    @BeforeAll
    static void start() {
        cloud = IotCloudSimulator.builder()
                .device("ABC1234567", "dev-01", SECRET)
                .start();
        application = ThermostatApplication.startWithActuator(
                "--camel.component.iotcloud.broker-url=" + cloud.brokerUrl(),
                "--DEVICE_SECRET=" + SECRET,
                "--any.name=" + SECRET,
                "--text.around=java -jar app.jar --secret=" + SECRET,
                "--camel.component.iotcloud.configuration.device-secret=" + SECRET,
                "--DEVICE_PRIVATE_KEY=" + PRIVATE_KEY);
        actuator = new Actuator(application);
    }

    @AfterAll
    static void stop() {
        application.close();
        cloud.close();
    }

    @Test
    void readinessIsUpWhenTheDeviceIsConnected() {
        assertThat(actuator.status("health/readiness")).isEqualTo(200);
        assertThat(actuator.json("health/readiness")
                        .at("/components/camelHealth/status")
                        .asText())
                .isEqualTo("UP");
    }

    @Test
    void envDoesNotEchoSecrets() {
        assertThat(actuator.json("env/camel.component.iotcloud.product")
                        .at("/property/value")
                        .asText())
                .as("values are shown")
                .isEqualTo("ABC1234567");
        assertThat(actuator.text("env"))
                .contains("camel.component.iotcloud.device-secret", "any.name", "text.around")
                .doesNotContain(SECRET, PRIVATE_KEY);
        assertThat(actuator.json("env/camel.component.iotcloud.device-secret")
                        .at("/property/value")
                        .asText())
                .isEqualTo("******");
    }

    @Test
    void configpropsDoesNotEchoSecrets() {
        JsonNode beans = actuator.json("configprops/camel.component.iotcloud");
        JsonNode properties = beans.findValue("properties");
        assertThat(properties.at("/product").asText()).as("values are shown").isEqualTo("ABC1234567");
        assertThat(properties.at("/deviceSecret").asText()).isEqualTo("******");
        assertThat(properties.at("/configuration/deviceSecret").asText()).isEqualTo("******");
        assertThat(actuator.text("configprops")).doesNotContain(SECRET, PRIVATE_KEY);
    }

    @Test
    void noOtherEndpointEchoesSecrets() {
        JsonNode links = actuator.json("").at("/_links");
        assertThat(links.size()).isGreaterThan(10);
        links.fieldNames().forEachRemaining(endpoint -> {
            if (!"heapdump".equals(endpoint) && !endpoint.contains("-") && !"self".equals(endpoint)) {
                assertThat(actuator.text(endpoint)).as(endpoint).doesNotContain(SECRET);
            }
        });
    }

    @Test
    void metersAreInTheRegistryOfSpring() {
        JsonNode sessions = actuator.json("metrics/camel.iotcloud.sessions?tag=state:connected");
        assertThat(sessions.at("/measurements/0/value").asInt()).isEqualTo(1);
        cloud.setDesired("ABC1234567", "dev-01", "{\"target\":21}");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(actuator.json("metrics/camel.iotcloud.deltas")
                                .at("/measurements/0/value")
                                .asInt())
                        .isEqualTo(1));
    }

    @Test
    void readinessIsDownWithTheReasonWhileTheSecretIsWrong() {
        try (ConfigurableApplicationContext refused = ThermostatApplication.startWithActuator(
                "--camel.component.iotcloud.broker-url=" + cloud.brokerUrl(),
                "--camel.component.iotcloud.fail-fast=false",
                "--DEVICE_SECRET=" + WRONG_SECRET)) {
            Actuator ofRefused = new Actuator(refused);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(ofRefused.text("health/readiness")).contains("\"iotcloud.state\":\"REFUSED\""));
            assertThat(ofRefused.status("health/readiness")).isEqualTo(503);
            assertThat(ofRefused.status("health")).isEqualTo(503);
            JsonNode camel = ofRefused.json("health/readiness").at("/components/camelHealth");
            assertThat(camel.at("/status").asText()).isEqualTo("DOWN");
            assertThat(camel.toString()).contains("ABC1234567/dev-01").doesNotContain(WRONG_SECRET);
            assertThat(camel.at("/details/error.message").asText())
                    .contains("the cloud refused CONNECT with return code 4 (bad user name or password: wrong secret,");
            assertThat(ofRefused.status("health/liveness")).isEqualTo(200);
            assertThat(refused.isRunning()).isTrue();
        }
    }
}
