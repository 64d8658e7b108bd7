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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorExtension;

/** Runs without Actuator and Micrometer on the class path, see the pom.xml. */
class ThreeLinesIT {

    @RegisterExtension
    static final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-01");

    @Test
    void threeLinesAndARouteReceiveADelta() {
        try (ConfigurableApplicationContext application = ThermostatApplication.start(
                "--DEVICE_SECRET=" + cloud.secret("ABC1234567", "dev-01"),
                "--camel.component.iotcloud.broker-url=" + cloud.brokerUrl())) {
            cloud.setDesired("ABC1234567", "dev-01", "{\"target\":21}");
            cloud.assertThatDevice("ABC1234567", "dev-01").shadowBecomes(reported("{\"target\":21}"));
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
