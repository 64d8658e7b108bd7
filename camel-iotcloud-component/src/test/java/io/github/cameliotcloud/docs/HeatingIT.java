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

import java.nio.file.Path;
import java.util.Properties;

import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

class HeatingIT extends CamelTestSupport {

    private final IotCloudSimulator cloud =
            IotCloudSimulator.builder().device("ABC1234567", "dev-01").start();

    @TempDir
    Path directory;

    @BeforeEach
    void loadRoute() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("broker", cloud.brokerUrl());
        properties.setProperty("device.secret", cloud.secrets().of("ABC1234567", "dev-01"));
        properties.setProperty("reconnect.delay", "100");
        properties.setProperty("directory", directory.toString());
        context.getPropertiesComponent().setOverrideProperties(properties);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveResource(context, "classpath:routes/heating.camel.yaml"));
    }

    @AfterEach
    void closeCloud() {
        context.stop();
        cloud.close();
    }

    @Test
    void deltaIsWrittenAndReportedBack() {
        cloud.setDesired("ABC1234567", "dev-01", "{\"temperature\":20}");

        await().untilAsserted(() ->
                assertThat(directory.resolve("heating.json")).exists().content().isEqualTo("{\"temperature\":20}"));
        await().untilAsserted(() -> assertThat(cloud.shadow("ABC1234567", "dev-01")
                        .at("/state/reported/temperature")
                        .asInt())
                .isEqualTo(20));
    }

    @Test
    void deltaMissedWhileOfflineArrivesAfterTheOutage() {
        cloud.faults().goAway();
        cloud.setDesired("ABC1234567", "dev-01", "{\"temperature\":21}");
        cloud.faults().comeBack();

        await().untilAsserted(() ->
                assertThat(directory.resolve("heating.json")).exists().content().isEqualTo("{\"temperature\":21}"));
    }
}
