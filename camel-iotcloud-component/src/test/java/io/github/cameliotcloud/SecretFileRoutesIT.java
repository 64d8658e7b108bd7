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

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.PropertiesSecretResolver;
import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.testing.Cloud;
import io.github.cameliotcloud.testing.DocsSnippet;

/** Secrets of a properties file, as users declare it. */
class SecretFileRoutesIT extends CamelTestSupport {

    private static final String WRONG = "d3JvbmctLXNlY3JldA==";

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @TempDir
    Path directory;

    @Test
    void correctedSecretIsUsedAtTheNextAttempt() throws Exception {
        write(WRONG);
        loadYamlRoute();
        await().until(() -> cloud.simulator().connectAttempts(PRODUCT, DEVICE) > 0);
        assertThat(cloud.connections()).isZero();

        write(Cloud.SECRET);

        assertControlMessageArrives();
    }

    @Test
    void missingFileIsReportedByTheSessionUntilItIsThere() throws Exception {
        loadYamlRoute();
        await().untilAsserted(() -> assertThat(lastError())
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("cannot read the file " + file()));
        assertThat(cloud.simulator().connectAttempts(PRODUCT, DEVICE)).isZero();

        write(Cloud.SECRET);

        assertControlMessageArrives();
    }

    @Test
    void endpointsThatNameTheSameFileInTheirUriShareOneConnection() throws Exception {
        write(Cloud.SECRET);
        String resolver = "secretResolver=#class:" + PropertiesSecretResolver.class.getName() + "('" + file() + "')";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(withoutSecret("control", resolver)).to(withoutSecret("event", resolver));
            }
        });

        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");

        await().until(() ->
                !cloud.simulator().received(PRODUCT, DEVICE, "event").isEmpty());
        assertThat(cloud.simulator().connectCount(PRODUCT, DEVICE)).isEqualTo(1);
    }

    private void loadYamlRoute() throws Exception {
        IotCloudConfiguration options =
                context.getComponent("iotcloud", IotCloudComponent.class).getConfiguration();
        options.setBrokerUrl(cloud.simulator().brokerUrl());
        options.setFailFast(false);
        options.setReconnectDelay(50);
        options.setMaxReconnectDelay(50);
        String yaml = DocsSnippet.of("security.adoc", "secret-file")
                .replace("/etc/iotcloud/secrets.properties", file().toString())
                .replace("log:control", "mock:result");
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("secrets.camel.yaml", yaml));
    }

    private void assertControlMessageArrives() throws Exception {
        await().until(() -> !cloud.simulator().subscriptions(PRODUCT, DEVICE).isEmpty());
        getMockEndpoint("mock:result").expectedMessageCount(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        getMockEndpoint("mock:result").assertIsSatisfied();
    }

    private String withoutSecret(String channel, String option) {
        return cloud.uri(channel, option).replace("&deviceSecret=RAW(" + Cloud.SECRET + ")", "");
    }

    private Throwable lastError() {
        return context.getComponent("iotcloud", IotCloudComponent.class)
                .sessions()
                .find(new DeviceIdentity(PRODUCT, DEVICE))
                .orElseThrow()
                .status()
                .lastError();
    }

    private void write(String secret) throws Exception {
        Files.writeString(file(), PRODUCT + "/" + DEVICE + "=" + secret + "\n");
    }

    private Path file() {
        return directory.resolve("secrets.properties");
    }
}
