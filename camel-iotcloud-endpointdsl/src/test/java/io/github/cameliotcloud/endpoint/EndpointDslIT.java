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
package io.github.cameliotcloud.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.endpoint.StaticEndpointBuilders.iotcloud;
import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.noDelta;
import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.IotCloudEndpoint;
import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorExtension;

class EndpointDslIT extends CamelTestSupport {

    private static final String PRODUCT = "ABC1234567";
    private static final String DEVICE = "dev-01";
    /** Has what breaks in URIs: plus, slash, equals. */
    private static final String SECRET = "ab+c/efgAAECAwQFBgcICQ==";

    @RegisterExtension
    final IotCloudSimulatorExtension cloud =
            IotCloudSimulatorExtension.of(builder -> builder.device(PRODUCT, DEVICE, SECRET));

    @BeforeEach
    void useTheSimulator() {
        context.getPropertiesComponent().addInitialProperty("device.secret", SECRET);
        context.getComponent("iotcloud", IotCloudComponent.class)
                .getConfiguration()
                .setBrokerUrl(cloud.brokerUrl());
    }

    @Test
    void routeReceivesADeltaAndReportsBack() throws Exception {
        context.addRoutes(new ThermostatRoute());
        MockEndpoint deltas = getMockEndpoint("mock:deltas");
        deltas.expectedMessageCount(1);

        cloud.setDesired(PRODUCT, DEVICE, "{\"t\":25}");

        deltas.assertIsSatisfied();
        cloud.assertThatDevice(PRODUCT, DEVICE)
                .shadowBecomes(reported("{\"t\":25}"))
                .shadowBecomes(noDelta());
    }

    @Test
    void toDTakesTheDeviceFromAHeader() throws Exception {
        context.addRoutes(new ThermostatRoute());

        template.requestBodyAndHeader("direct:events", "{\"t\":1}", "device", DEVICE);

        cloud.assertThatDevice(PRODUCT, DEVICE).published("event", "{\"t\":1}");
    }

    @Test
    void routeTogetherWithCamelsOwnBuildersSends() throws Exception {
        context.addRoutes(new MixedRoute());

        template.requestBody("direct:readings", "{\"t\":2}");

        cloud.assertThatDevice(PRODUCT, DEVICE)
                .publishedSatisfying(
                        "event", message -> assertThat(message.qos()).isZero());
    }

    @Test
    void secretInRawStaysAsItIs() {
        IotCloudEndpoint endpoint = (IotCloudEndpoint) iotcloud("event")
                .product(PRODUCT)
                .device(DEVICE)
                .deviceSecret("RAW(" + SECRET + ")")
                .resolve(context);

        assertThat(endpoint.getConfiguration().getDeviceSecret()).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThermostatRoute", "MixedRoute"})
    void pageShowsTheRoutesThatAreTested(String route) throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/github/cameliotcloud/endpoint", route + ".java"));
        String listing = source.replaceAll("(?s).*// tag::route\\[]\n(.*?)\n *// end::route.*", "$1")
                .stripIndent();

        assertThat(Files.readString(Path.of("../docs/endpoint-dsl.adoc"))).contains("----\n" + listing + "\n----");
    }
}
