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
package io.github.cameliotcloud.docs;

import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.Random;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.auth.CredentialsSigner;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.DeviceSecret;
import io.github.cameliotcloud.auth.SignMethod;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.testing.DocsSnippet;

/** Runs both routes of docs/migrating-from-paho.adoc as they are printed. */
class MigratingDocsIT extends CamelTestSupport {

    private static final String PRODUCT = "ABC1234567";
    private static final String DEVICE = "dev-01";
    private static final byte[] MESSAGE = {'o', 'n'};

    private final IotCloudSimulator cloud =
            IotCloudSimulator.builder().device(PRODUCT, DEVICE).start();

    @AfterEach
    void closeCloud() {
        context.stop();
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({"before, CamelMqttTopic", "after, CamelIotCloudTopic"})
    void routeReceivesBytesAndTheTopic(String listing, String topicHeader) throws Exception {
        context.getPropertiesComponent().setOverrideProperties(properties());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:control").to("mock:control");
            }
        });
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        listing + ".camel.yaml", DocsSnippet.of("migrating-from-paho.adoc", listing)));
        MockEndpoint control = getMockEndpoint("mock:control");
        control.expectedHeaderReceived(topicHeader, PRODUCT + "/" + DEVICE + "/control");
        control.message(0).body().isInstanceOf(byte[].class);
        control.expectedMessageCount(1);

        await().until(() -> !cloud.subscriptions(PRODUCT, DEVICE).isEmpty());
        cloud.publish(PRODUCT, DEVICE, "control", MESSAGE, 1);

        control.assertIsSatisfied();
    }

    private Properties properties() {
        String secret = cloud.secrets().of(PRODUCT, DEVICE);
        Credentials signed = new CredentialsSigner(
                        SignMethod.HMACSHA256, "12010126", Duration.ofHours(1), Clock.systemUTC(), new Random())
                .sign(new DeviceIdentity(PRODUCT, DEVICE), DeviceSecret.parse(secret));
        Properties properties = new Properties();
        properties.setProperty("broker", cloud.brokerUrl());
        properties.setProperty("device.secret", secret);
        properties.setProperty("signed.username", signed.username());
        properties.setProperty("signed.password", signed.password());
        return properties;
    }
}
