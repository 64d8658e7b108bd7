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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.testing.Cloud;
import io.github.cameliotcloud.testing.DocsSnippet;

class KameletsIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @Test
    void shadowSourceBringsDeltasAsJsonAndReportsThem() throws Exception {
        route(kamelet("iotcloud-shadow-source", Map.of("onSuccess", "report")), "mock:deltas");
        MockEndpoint deltas = getMockEndpoint("mock:deltas");
        deltas.expectedBodiesReceived("{\"t\":25}");

        cloud.desire("{\"t\":25}");

        deltas.assertIsSatisfied();
        await().untilAsserted(() -> assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":25}}"));
    }

    @Test
    void shadowSinkReportsTheBody() throws Exception {
        route("direct:in", kamelet("iotcloud-shadow-sink", Map.of()));

        template.requestBody("direct:in", "{\"t\":21}");

        assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":21}}");
    }

    @Test
    void controlSourceBringsControlMessages() throws Exception {
        route(kamelet("iotcloud-control-source", Map.of()), "mock:control");
        MockEndpoint control = getMockEndpoint("mock:control");
        control.expectedBodiesReceived("open");

        cloud.simulator().publishControl(PRODUCT, DEVICE, "open");

        control.assertIsSatisfied();
    }

    @Test
    void eventSinkPublishesTheBody() throws Exception {
        route("direct:in", kamelet("iotcloud-event-sink", Map.of("qos", "0")));

        template.requestBody("direct:in", "{\"smoke\":true}");

        await().untilAsserted(() -> assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event"))
                .singleElement()
                .satisfies(event -> assertThat(event.qos()).isZero())
                .satisfies(event -> assertThat(event.text()).isEqualTo("{\"smoke\":true}")));
    }

    @Test
    void kameletsOfTheManualShareTheConnectionOfTheDevice() throws Exception {
        context.getPropertiesComponent().addInitialProperty("device.secret", Cloud.SECRET);
        context.getPropertiesComponent()
                .addInitialProperty("broker", cloud.simulator().brokerUrl());
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "manual.camel.yaml", DocsSnippet.of("kamelets.adoc", "control-to-event")));

        cloud.simulator().publishControl(PRODUCT, DEVICE, "open");

        await().untilAsserted(() -> assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event"))
                .singleElement()
                .satisfies(event -> assertThat(event.text()).isEqualTo("open")));
        assertThat(cloud.simulator().connectCount(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    void kameletsAskForTheVersionThatTheyComeWith() throws Exception {
        Matcher version = Pattern.compile("<artifactId>camel-iotcloud-parent</artifactId>\\s*<version>(.*)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        try (var files = Files.list(Path.of("src/main/resources/kamelets"))) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .contains("mvn:io.github.cameliotcloud:camel-iotcloud:" + version.group(1) + "\n"));
        }
    }

    private void route(String from, String to) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).convertBodyTo(String.class).to(to);
            }
        });
    }

    private String kamelet(String name, Map<String, String> options) {
        Map<String, String> all = new TreeMap<>(options);
        all.put("product", PRODUCT);
        all.put("device", DEVICE);
        all.put("deviceSecret", "RAW(" + Cloud.SECRET + ")");
        all.put("brokerUrl", cloud.simulator().brokerUrl());
        return "kamelet:" + name + "?"
                + all.entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining("&"));
    }
}
