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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.IotCloudConstants;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.fleet.LiveDeviceFleet;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.ReceivedMessage;
import io.github.cameliotcloud.testing.DocsSnippet;

/** Runs the listings of docs/fleet.adoc as they are printed. */
class FleetPageIT extends CamelTestSupport {

    private static final String PAGE = "fleet.adoc";
    private static final String PRODUCT = "ABC1234567";

    private final IotCloudSimulator cloud = IotCloudSimulator.builder()
            .device(PRODUCT, "dev-01", "AAECAwQFBgcICQoLDA0ODw==")
            .device(PRODUCT, "dev-02", "c2ltdWxhdGVkLWtleS0wMQ==")
            .start();

    @TempDir
    Path folder;

    @BeforeEach
    void writeFile() throws Exception {
        Files.writeString(folder.resolve("devices.csv"), DocsSnippet.of(PAGE, "devices") + "\n");
        context.getComponent("iotcloud", IotCloudComponent.class)
                .getConfiguration()
                .setBrokerUrl(cloud.brokerUrl());
    }

    @AfterEach
    void stop() {
        context.stop();
        cloud.close();
    }

    @Test
    void deltaOfEachDeviceIsWrittenAndReported() throws Exception {
        run("consumer");
        cloud.setDesired(PRODUCT, "dev-01", "{\"t\":1}");
        cloud.setDesired(PRODUCT, "dev-02", "{\"t\":2}");
        await().untilAsserted(() -> {
            assertThat(folder.resolve("deltas/dev-01.json")).hasContent("{\"t\":1}");
            assertThat(folder.resolve("deltas/dev-02.json")).hasContent("{\"t\":2}");
            assertThat(cloud.shadow(PRODUCT, "dev-02").at("/state/reported/t").intValue())
                    .isEqualTo(2);
        });
    }

    @Test
    void replyGoesToTheDeviceThatTheMessageCameFrom() throws Exception {
        run("reply");
        await().until(() -> !cloud.subscriptions(PRODUCT, "dev-02").isEmpty());
        cloud.publishControl(PRODUCT, "dev-02", "hello");
        await().untilAsserted(() -> assertThat(cloud.received())
                .extracting(ReceivedMessage::topic, ReceivedMessage::text)
                .containsExactly(tuple(PRODUCT + "/dev-02/event", "{\"heard\":\"hello\"}")));
    }

    @Test
    void sleepingDeviceIsWokenByAMessage() throws Exception {
        run("idle");
        assertThat(cloud.totalConnections()).isZero();
        template.sendBodyAndHeaders(
                "direct:commands",
                "on",
                Map.of(IotCloudConstants.PRODUCT, PRODUCT, IotCloudConstants.DEVICE, "dev-01"));
        assertThat(cloud.received(PRODUCT, "dev-01", "event"))
                .extracting(ReceivedMessage::text)
                .containsExactly("on");
        assertThat(cloud.connections(PRODUCT, "dev-02")).isZero();
    }

    @Test
    void beanChangesWhileTheRouteRuns() throws Exception {
        // what follows is the listing of the page; the test below compares them
        LiveDeviceFleet fleet = new LiveDeviceFleet();
        context.getRegistry().bind("fleet", fleet);
        context.getRegistry().bind("secrets", (SecretResolver)
                device -> cloud.secrets().of(device.product(), device.device()));
        load(
                "bean.camel.yaml",
                "- from:\n    uri: iotcloud:control?fleet=#fleet&secretResolver=#secrets\n    steps:\n      - to: mock:any\n");

        fleet.add(new DeviceIdentity("ABC1234567", "dev-01")); // connects
        await().until(() -> cloud.connections(PRODUCT, "dev-01") == 1);
        fleet.remove(new DeviceIdentity("ABC1234567", "dev-01")); // finishes what is in work, then disconnects
        await().until(() -> cloud.connections(PRODUCT, "dev-01") == 0);
    }

    @Test
    void listingOfTheBeanIsThatOfTheTest() throws Exception {
        String test = Files.readString(Path.of("src/test/java/io/github/cameliotcloud/docs/FleetPageIT.java"));
        assertThat(DocsSnippet.of(PAGE, "bean").lines().filter(line -> !line.isBlank()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(test).contains(line));
    }

    private void run(String listing) throws Exception {
        load(listing + ".camel.yaml", DocsSnippet.of(PAGE, listing).replace("file:", "file:" + folder + "/"));
    }

    private void load(String name, String route) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, route));
    }
}
