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

import java.util.Map;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.ReceivedMessage;
import io.github.cameliotcloud.testing.Cloud;
import io.github.cameliotcloud.testing.DocsSnippet;
import io.github.cameliotcloud.testing.ProgramRun;
import io.github.cameliotcloud.testing.Vault;

/** Routes whose secret comes from a vault or from the environment. */
class PlaceholderSecretsIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @Test
    void uriTakesItsSecretFromTheVault() throws Exception {
        use(cloud.simulator(), Cloud.SECRET);
        String uri = DocsSnippet.of("security.adoc", "vault-uri");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
        template.sendBody("direct:in", "hello");
        assertEventArrived(cloud.simulator());
    }

    @ParameterizedTest
    @ValueSource(strings = {Cloud.SECRET, "+b+c/efgAAECAwQFBgcICQ==", "ab+c/efgAAECAwQFBgcICQ++"})
    void yamlRouteTakesEverySecretFromTheVault(String secret) throws Exception {
        try (IotCloudSimulator other =
                IotCloudSimulator.builder().device(PRODUCT, DEVICE, secret).start()) {
            use(other, secret);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(
                            "vault.camel.yaml", DocsSnippet.of("security.adoc", "vault-yaml")));
            template.sendBody("direct:in", "hello");
            assertEventArrived(other);
        }
    }

    @Test
    void uriTakesItsSecretFromTheEnvironment() throws Exception {
        ProgramRun run = ProgramRun.of(
                Map.of("IOTCLOUD_DEVICE_SECRET", Cloud.SECRET),
                "",
                ProgramRun.java(
                        System.getProperty("java.class.path"),
                        HelloInAnotherProcess.class,
                        cloud.uri("event").replace(Cloud.SECRET, "{{env:IOTCLOUD_DEVICE_SECRET}}")));

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output() + run.errors()).doesNotContain(Cloud.SECRET);
        assertEventArrived(cloud.simulator());
    }

    private void use(IotCloudSimulator simulator, String secret) {
        context.getPropertiesComponent().addPropertiesFunction(new Vault(secret));
        context.getComponent("iotcloud", IotCloudComponent.class)
                .getConfiguration()
                .setBrokerUrl(simulator.brokerUrl());
    }

    private static void assertEventArrived(IotCloudSimulator simulator) {
        assertThat(simulator.received(PRODUCT, DEVICE, "event"))
                .extracting(ReceivedMessage::text)
                .containsExactly("hello");
    }

    /** Sends one message; the environment of a running JVM cannot be changed, so it takes another. */
    static final class HelloInAnotherProcess {
        public static void main(String[] arguments) throws Exception {
            try (DefaultCamelContext camel = new DefaultCamelContext()) {
                camel.start();
                try (ProducerTemplate template = camel.createProducerTemplate()) {
                    template.sendBody(arguments[0], "hello");
                }
            }
        }
    }
}
