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
package io.github.cameliotcloud.quarkus.deployment;

import java.util.Optional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;

class ConfiguredBrokerIT {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("camel.component.iotcloud.broker-url", "tcp://broker.example:1883");

    @ConfigProperty(name = "iotcloud.devservices.api-url")
    Optional<String> apiUrl;

    @ConfigProperty(name = "camel.component.iotcloud.broker-url")
    String brokerUrl;

    @Test
    void noSimulatorIsStartedForAConfiguredBroker() {
        assertThat(apiUrl).isEmpty();
        assertThat(brokerUrl).isEqualTo("tcp://broker.example:1883");
    }
}
