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

import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.testing.Cloud;
import io.github.cameliotcloud.testing.DocsSnippet;

/** Runs the route of docs/camel-cli.adoc; a test cannot set the environment variable of its secret. */
class CamelCliPageIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @Test
    void routeReportsTheDeltaBack() throws Exception {
        IotCloudConfiguration configuration =
                context.getComponent("iotcloud", IotCloudComponent.class).getConfiguration();
        configuration.setBrokerUrl(cloud.simulator().brokerUrl());
        context.getPropertiesComponent().addInitialProperty("device.secret", Cloud.SECRET);
        String route = DocsSnippet.of("camel-cli.adoc", "route");
        assertThat(route).contains("{{env:DEVICE_SECRET}}");
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "route.camel.yaml", route.replace("{{env:DEVICE_SECRET}}", "{{device.secret}}")));

        cloud.desire("{\"t\":25}");

        await().untilAsserted(() -> assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":25}}"));
    }
}
