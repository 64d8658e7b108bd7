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
package io.github.cameliotcloud.benchmarks.scale;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.benchmarks.simulator.LoadDevices;
import io.github.cameliotcloud.fleet.LiveDeviceFleet;
import io.github.cameliotcloud.fleet.Shard;

/** The shards of a node: a route for each, as behind {@code master:}. */
final class ShardRoutes {

    private final NodeSettings settings;
    private final int devices;
    private LongAdder deltas = new LongAdder();
    private CamelContext context;

    ShardRoutes(NodeSettings settings) {
        this.settings = settings;
        this.devices = devices(wholeFleet(), shards());
    }

    /** @param connectRate of the node, 0 for no limit */
    void start(int connectRate) throws Exception {
        LongAdder counter = new LongAdder();
        deltas = counter;
        context = new DefaultCamelContext();
        IotCloudComponent component = new IotCloudComponent();
        component.setMaxConnectRate(connectRate);
        component.getConfiguration().setBrokerUrl(settings.brokerUrl());
        component.getConfiguration().setKeepAlive(settings.keepAlive());
        settings.tls().apply(settings.rootCertificate(), component.getConfiguration());
        context.addComponent("iotcloud", component);
        SecretResolver secrets = device -> LoadDevices.SECRET;
        context.getRegistry().bind("secrets", secrets);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                bindToRegistry("fleet", new LiveDeviceFleet(wholeFleet()));
                shards().forEach(shard -> fromF("iotcloud:shadow?fleet=#fleet&shard=%s&secretResolver=#secrets", shard)
                        .process(exchange -> counter.increment()));
            }
        });
        context.start();
    }

    private List<Shard> shards() {
        return Shard.all(settings.shards()).stream()
                .filter(shard -> shard.index() % settings.nodes() == settings.index())
                .toList();
    }

    private List<DeviceIdentity> wholeFleet() {
        return IntStream.range(0, settings.devices())
                .mapToObj(i -> new DeviceIdentity(LoadDevices.PRODUCT, LoadDevices.name(i)))
                .toList();
    }

    /** How many are in the shards of this node. */
    private static int devices(List<DeviceIdentity> fleet, List<Shard> shards) {
        return (int) fleet.stream()
                .filter(device -> shards.stream().anyMatch(shard -> shard.contains(device)))
                .count();
    }

    int devices() {
        return devices;
    }

    long deltas() {
        return deltas.sum();
    }

    void stop() {
        context.stop();
        context = null;
    }
}
