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

import java.nio.file.Path;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.testing.DocsSnippet;

/** Runs the routes of docs/connecting.adoc as they are printed. */
class ConnectingDocsIT extends CamelTestSupport {

    private static final String PRODUCT = "ABC1234567";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

    @TempDir
    Path certificates;

    private IotCloudSimulator simulator;

    @BeforeEach
    void startSimulator() throws Exception {
        simulator = IotCloudSimulator.builder()
                .tls()
                .device(PRODUCT, "dev-01", SECRET)
                .certificateDevice(PRODUCT, "dev-02")
                .start();
        simulator.certificates().writeTo(certificates);
        simulator.certificates().issueDevice(PRODUCT, "dev-02").writeTo(certificates, "dev-02");
        context.getPropertiesComponent().addInitialProperty("certificates", certificates.toString());
        context.getPropertiesComponent().addInitialProperty("device.secret", SECRET);
        context.getComponent("iotcloud", IotCloudComponent.class)
                .getConfiguration()
                .setBrokerUrl(simulator.tlsBrokerUrl());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:control").convertBodyTo(String.class).to("mock:control");
            }
        });
    }

    @AfterEach
    void stopSimulator() {
        context.stop();
        simulator.close();
    }

    @Test
    void keyDeviceWithTheCaReceives() throws Exception {
        assertReceives("key-device-tls", "dev-01");
    }

    @Test
    void certificateDeviceReceives() throws Exception {
        assertReceives("certificate-device", "dev-02");
    }

    private void assertReceives(String listing, String device) throws Exception {
        MockEndpoint control = getMockEndpoint("mock:control");
        control.expectedBodiesReceived("on");
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(
                        ResourceHelper.fromString(listing + ".camel.yaml", DocsSnippet.of("connecting.adoc", listing)));
        simulator.publishControl(PRODUCT, device, "on");
        control.assertIsSatisfied();
    }
}
