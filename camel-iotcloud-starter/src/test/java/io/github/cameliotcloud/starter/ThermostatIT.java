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
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.reported;

import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorExtension;

@SpringBootTest
@DirtiesContext
class ThermostatIT {
    @RegisterExtension
    static final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-01");

    @DynamicPropertySource
    static void useTheSimulator(DynamicPropertyRegistry registry) {
        registry.add("camel.component.iotcloud.broker-url", cloud::brokerUrl);
        registry.add("camel.component.iotcloud.device-secret", () -> cloud.secret("ABC1234567", "dev-01"));
    }

    @Test
    void wantedTemperatureIsReportedBack() {
        cloud.setDesired("ABC1234567", "dev-01", "{\"temperature\":20}");

        cloud.assertThatDevice("ABC1234567", "dev-01").shadowBecomes(reported("{\"temperature\":20}"));
    }
}
