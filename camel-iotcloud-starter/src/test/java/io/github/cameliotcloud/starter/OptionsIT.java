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

import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.context.ConfigurableApplicationContext;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.IotCloudConfiguration;
import io.github.cameliotcloud.Region;
import io.github.cameliotcloud.auth.SecretResolver;

class OptionsIT {

    @Test
    void optionsReachTheComponentHoweverTheyAreWritten() {
        try (ConfigurableApplicationContext application = NoRoutes.start(
                Map.of("CAMEL_COMPONENT_IOTCLOUD_KEEPALIVE", "61", "CAMEL_COMPONENT_IOTCLOUD_REQUEST_TIMEOUT", "7s"),
                "--camel.component.iotcloud.enabled=true",
                "--camel.component.iotcloud.customizer.enabled=true",
                "--camel.component.iotcloud.autowired-enabled=true",
                "--camel.component.iotcloud.brokerUrl=tcp://localhost:1",
                "--camel.component.iotcloud.signature-ttl=PT30M",
                "--camel.component.iotcloud.region=us-east",
                "--camel.component.iotcloud.transport-configuration=#bean:tuning")) {
            IotCloudConfiguration options = configurationOf(application);
            assertThat(options.getKeepAlive()).isEqualTo(61);
            assertThat(options.getRequestTimeout()).isEqualTo(7_000);
            assertThat(options.getBrokerUrl()).isEqualTo("tcp://localhost:1");
            assertThat(options.getSignatureTtl()).isEqualTo(1_800_000);
            assertThat(options.getRegion()).isEqualTo(Region.US_EAST);
            assertThat(options.getTransportConfiguration()).isSameAs(application.getBean("tuning"));
        }
    }

    @Test
    void plainOptionsWinOverConfigurationAndDefaultsDoNot() {
        try (ConfigurableApplicationContext application = NoRoutes.start(
                Map.of(),
                "--camel.component.iotcloud.keep-alive=61",
                "--camel.component.iotcloud.configuration.keep-alive=62",
                "--camel.component.iotcloud.configuration.qos=0")) {
            IotCloudConfiguration options = configurationOf(application);
            assertThat(options.getKeepAlive()).isEqualTo(61);
            assertThat(options.getQos()).isZero();
        }
    }

    @Test
    void beanOfTheApplicationFindsSecrets() {
        try (ConfigurableApplicationContext application = NoRoutes.start(Map.of())) {
            assertThat(configurationOf(application).getSecretResolver())
                    .isSameAs(application.getBean(SecretResolver.class));
        }
    }

    @Test
    void passwordsOfKeyStoresStayOutOfConfigprops() throws Exception {
        try (ConfigurableApplicationContext application =
                NoRoutes.start(Map.of(), "--camel.component.iotcloud.ssl-context-parameters=#bean:keyStores")) {
            ConfigurationPropertiesReportEndpoint endpoint = new ConfigurationPropertiesReportEndpoint(
                    List.of(application.getBean(SanitizingFunction.class)), Show.ALWAYS);
            endpoint.setApplicationContext(application);
            String report = new ObjectMapper()
                    .writeValueAsString(endpoint.configurationPropertiesWithPrefix("camel.component.iotcloud"));
            assertThat(report)
                    .contains("\"prefix\":\"camel.component.iotcloud\"")
                    .doesNotContain("password-of-");
        }
    }

    private static IotCloudConfiguration configurationOf(ConfigurableApplicationContext application) {
        return application
                .getBean(CamelContext.class)
                .getComponent("iotcloud", IotCloudComponent.class)
                .getConfiguration();
    }
}
