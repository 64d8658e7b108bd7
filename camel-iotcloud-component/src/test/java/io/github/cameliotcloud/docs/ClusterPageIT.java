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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.IotCloudConfiguration;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.fleet.LiveDeviceFleet;
import io.github.cameliotcloud.fleet.Shard;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.testing.DocsSnippet;
import io.github.cameliotcloud.testing.JavaRoutes;
import io.github.cameliotcloud.testing.SwitchedClusterService;

/** Runs the routes of docs/cluster.adoc as they are printed. */
class ClusterPageIT extends CamelTestSupport {

    private static final String PAGE = "cluster.adoc";
    private static final DeviceIdentity ONE = new DeviceIdentity("ABC1234567", "dev-01");
    private static final DeviceIdentity TWO = new DeviceIdentity("ABC1234567", "dev-04");

    private final SwitchedClusterService cluster = new SwitchedClusterService();
    private final IotCloudSimulator cloud = IotCloudSimulator.builder()
            .device(ONE.product(), ONE.device())
            .device(TWO.product(), TWO.device())
            .start();

    @TempDir
    Path folder;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.addService(cluster);
        camel.getRegistry().bind("fleet", new LiveDeviceFleet(List.of(ONE, TWO)));
        IotCloudConfiguration options =
                camel.getComponent("iotcloud", IotCloudComponent.class).getConfiguration();
        options.setSecretResolver((SecretResolver) device -> cloud.secrets().of(device.product(), device.device()));
        options.setBrokerUrl(cloud.brokerUrl());
        return camel;
    }

    @AfterEach
    void stop() {
        context.stop();
        cloud.close();
    }

    @Test
    void nodeWritesTheDeltasOfTheDevicesWhosePartItOwns() throws Exception {
        context.addRoutes(
                JavaRoutes.compile(Map.of("routes", listing("routes"))).get("routes"));
        assertThat(context.getRoutes()).hasSize(8);
        seesOnlyTheDeltaOfItsPart(8);
    }

    @Test
    void templateMakesTheSameRoutes() throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("cluster.camel.yaml", listing("template")));
        assertThat(context.getRoutes()).hasSize(2);
        seesOnlyTheDeltaOfItsPart(2);
    }

    @Test
    void hashIsTheOneThatThePagePrints() {
        String script = DocsSnippet.of(PAGE, "hash");
        var call = Pattern.compile("crc32\\(b\"(.*)\"\\) % (\\d+)").matcher(script);
        assertThat(call.find()).isTrue();
        CRC32 hash = new CRC32();
        hash.update(call.group(1).getBytes());
        long index = hash.getValue() % Integer.parseInt(call.group(2));
        assertThat(DocsSnippet.page(PAGE)).contains("prints " + index + ".");
        assertThat(Shard.of(ONE, 8).index()).isEqualTo((int) index);
    }

    private void seesOnlyTheDeltaOfItsPart(int parts) throws Exception {
        assertThat(Shard.of(TWO, parts)).isNotEqualTo(Shard.of(ONE, parts));
        cluster.lead("boilers-" + Shard.of(ONE, parts).index());
        cloud.setDesired(TWO.product(), TWO.device(), "{\"t\":2}");
        cloud.setDesired(ONE.product(), ONE.device(), "{\"t\":1}");
        await().untilAsserted(() -> {
            assertThat(folder.resolve("deltas/dev-01.json")).hasContent("{\"t\":1}");
            assertThat(cloud.shadow(ONE.product(), ONE.device())
                            .at("/state/reported/t")
                            .intValue())
                    .isEqualTo(1);
        });
        assertThat(folder.resolve("deltas/dev-04.json")).doesNotExist();
        assertThat(cloud.connections(TWO.product(), TWO.device())).isZero();
    }

    private String listing(String tag) {
        return DocsSnippet.of(PAGE, tag).replace("file:", "file:" + folder + "/");
    }
}
