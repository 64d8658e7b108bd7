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
package io.github.cameliotcloud.docs.channel;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.IotCloudConfiguration;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.TopicPermission;
import io.github.cameliotcloud.testing.DocsSnippet;
import io.github.cameliotcloud.testing.JavaRoutes;

/** Runs the listings of one page docs/channel-NAME.adoc as they are printed, in each language, against a simulator. */
abstract class ChannelPage extends CamelTestSupport {

    static final String PRODUCT = "ABC1234567";
    static final String DEVICE = "dev-01";
    static final String OTHER_DEVICE = "dev-02";
    private static final String SECRET = "ab+c/efgAAECAwQFBgcICQ==";
    private static final Map<String, JavaRoutes> COMPILED = new ConcurrentHashMap<>();
    private static final String OPTION = "camel.component.iotcloud.";

    final IotCloudSimulator cloud = IotCloudSimulator.builder()
            .device(PRODUCT, DEVICE, SECRET)
            .device(PRODUCT, OTHER_DEVICE, SECRET)
            .customTopic(PRODUCT, "room/temperature", TopicPermission.PUBLISH)
            .customTopic(PRODUCT, "room/setpoint", TopicPermission.SUBSCRIBE)
            .customTopic(PRODUCT, "room/+", TopicPermission.SUBSCRIBE)
            .start();

    private final String page;

    @TempDir
    Path directory;

    ChannelPage(String channel) {
        this.page = page(channel);
    }

    static String page(String channel) {
        return "channel-" + channel + ".adoc";
    }

    /** What the first listing of the page says, and what a private broker needs. */
    @BeforeEach
    void configureComponent() throws IOException {
        Properties listed = new Properties();
        listed.load(new StringReader(DocsSnippet.of(page, "component")));
        IotCloudConfiguration configuration =
                context.getComponent("iotcloud", IotCloudComponent.class).getConfiguration();
        configuration.setProduct(listed.getProperty(OPTION + "product"));
        configuration.setDevice(listed.getProperty(OPTION + "device"));
        assertThat(listed.getProperty(OPTION + "deviceSecret")).isEqualTo("{{env:DEVICE_SECRET}}");
        configuration.setDeviceSecret(SECRET);
        configuration.setBrokerUrl(cloud.brokerUrl());
        configuration.setReconnectDelay(100);
        context.getPropertiesComponent().addInitialProperty("folder", directory.toString());
    }

    @AfterEach
    void closeCloud() {
        context.stop();
        cloud.close();
    }

    /** Starts the routes of an example; file:NAME is a folder of this test. */
    void run(Dsl dsl, String example) throws Exception {
        if (dsl == Dsl.JAVA) {
            context.addRoutes(
                    COMPILED.computeIfAbsent(page, ChannelPage::compile).get(example));
        } else {
            String tag = dsl.tagOf(example);
            String file = tag.replace(".", ".camel.");
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file, listing(page, tag)));
        }
    }

    private static JavaRoutes compile(String page) {
        return JavaRoutes.compile(DocsSnippet.tags(page).stream()
                .filter(tag -> tag.endsWith(".java"))
                .collect(Collectors.toMap(tag -> tag.replace(".java", ""), tag -> listing(page, tag))));
    }

    private static String listing(String page, String tag) {
        return DocsSnippet.of(page, tag).replace("file:", "file:{{folder}}/");
    }

    /** Makes direct:NAME a route of the user's that shows what it gets at mock:NAME. */
    MockEndpoint user(String name) throws Exception {
        return user(name, exchange -> {});
    }

    MockEndpoint user(String name, Processor work) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + name)
                        .errorHandler(noErrorHandler())
                        .to("mock:" + name)
                        .process(work);
            }
        });
        MockEndpoint mock = getMockEndpoint("mock:" + name);
        mock.expectedMessageCount(1);
        return mock;
    }

    String stateInTheCloud() {
        return cloud.shadow(PRODUCT, DEVICE).path("state").toString();
    }
}
