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
package io.github.cameliotcloud;

import java.util.Properties;

import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.testing.Cloud;

class DslRoutesIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml"})
    void routeOfEachDslReceivesADeltaAndReportsBack(String dsl) throws Exception {
        Properties placeholders = new Properties();
        placeholders.setProperty("secret", Cloud.SECRET);
        placeholders.setProperty("broker", cloud.simulator().brokerUrl());
        context.getPropertiesComponent().setOverrideProperties(placeholders);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context)
                        .resolveResource("classpath:routes/thermostat.camel." + dsl));

        MockEndpoint result = getMockEndpoint("mock:" + dsl);
        result.expectedMessageCount(1);
        cloud.desire("{\"t\":25}");
        result.assertIsSatisfied();
        await().untilAsserted(() -> assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":25}}"));
    }
}
