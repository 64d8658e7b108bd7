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

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class ConfiguredOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.iotcloud.broker-url",
                "camel.component.iotcloud.brokerUrl",
                "camel.component.iotcloud.configuration.broker-url",
                "camel.component.iotcloud.configuration.brokerUrl",
                "camel.component.iotcloud.region",
                "camel.component.iotcloud.configuration.region",
                "camel.component.iotcloud.ca-certificate",
                "camel.component.iotcloud.deviceCertificate",
                "camel.component.iotcloud.ssl-context-parameters",
            })
    void cloudIsChosenByEachSpelling(String property) {
        assertThat(options(Map.of(property, "something")).chosenCloud()).isPresent();
    }

    @Test
    void deviceAndSecretAloneChooseNoCloud() {
        ConfiguredOptions options = options(Map.of(
                "camel.component.iotcloud.product", "ABC1234567",
                "camel.component.iotcloud.deviceSecret", "AAAA"));

        assertThat(options.chosenCloud()).isEmpty();
        assertThat(options.value("product")).contains("ABC1234567");
        assertThat(options.value("device-secret")).contains("AAAA");
    }

    @Test
    void valueThatRefersToSomethingMissingCountsAsMissing() {
        ConfiguredOptions options = options(Map.of("camel.component.iotcloud.device-secret", "${no.such.secret}"));

        assertThat(options.value("device-secret")).isEmpty();
    }

    @Test
    void simulatorTakesWhatIsConfiguredAndMakesUpTheRest() {
        ConfiguredOptions options = options(Map.of("camel.component.iotcloud.device", "dev-01"));

        assertThat(SimulatorSettings.of(new Chosen(Optional.empty(), Optional.empty()), options))
                .isEqualTo(new SimulatorSettings("DEVSERVICE", List.of("dev-01"), Optional.empty(), 0, 0));
        assertThat(SimulatorSettings.of(
                        new Chosen(Optional.of("ABC1234567"), Optional.of(List.of("dev-02", "dev-01"))), options))
                .isEqualTo(new SimulatorSettings("ABC1234567", List.of("dev-01", "dev-02"), Optional.empty(), 0, 0));
    }

    @Test
    void applicationGetsOnlyWhatItLeftOut() {
        ConfiguredOptions options = options(Map.of(
                "camel.component.iotcloud.device", "dev-01",
                "camel.component.iotcloud.configuration.deviceSecret", "AAAA"));
        SimulatorSettings settings = SimulatorSettings.of(new Chosen(Optional.empty(), Optional.empty()), options);

        assertThat(SimulatorProperties.of(settings, options))
                .containsOnlyKeys(
                        "camel.component.iotcloud.broker-url",
                        "camel.component.iotcloud.product",
                        "iotcloud.devservices.api-url");
    }

    @Test
    void secretIsNotInTheTextOfTheSettings() {
        assertThat(new SimulatorSettings("ABC1234567", List.of("dev-01"), Optional.of("c2VjcmV0"), 0, 0))
                .hasToString("product ABC1234567 with dev-01");
    }

    private static ConfiguredOptions options(Map<String, String> properties) {
        Config config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        return new ConfiguredOptions(config);
    }

    private record Chosen(Optional<String> product, Optional<List<String>> devices)
            implements IotCloudBuildTimeConfig.DevServices {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public int apiPort() {
            return 0;
        }
    }
}
