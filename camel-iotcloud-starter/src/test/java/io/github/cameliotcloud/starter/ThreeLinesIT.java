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

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

import static io.github.cameliotcloud.starter.ThermostatApplication.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** Runs without Actuator and Micrometer on the class path, see the pom.xml. */
class ThreeLinesIT {

    @Test
    void threeLinesAndARouteReceiveADelta() {
        try (IotCloudSimulator cloud = IotCloudSimulator.builder()
                        .device("ABC1234567", "dev-01", SECRET)
                        .start();
                ConfigurableApplicationContext application = ThermostatApplication.start(
                        "--DEVICE_SECRET=" + SECRET, "--camel.component.iotcloud.broker-url=" + cloud.brokerUrl())) {
            cloud.setDesired("ABC1234567", "dev-01", "{\"target\":21}");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(cloud.shadow("ABC1234567", "dev-01")
                                    .at("/state/reported/target")
                                    .asInt())
                            .isEqualTo(21));
            assertThat(application.isRunning()).isTrue();
        }
    }

    @Test
    void neitherActuatorNorMicrometerIsNeeded() {
        assertThat(ClassUtils.isPresent("org.springframework.boot.actuate.endpoint.SanitizingFunction", null))
                .isFalse();
        assertThat(ClassUtils.isPresent("io.micrometer.core.instrument.MeterRegistry", null))
                .isFalse();
    }
}
