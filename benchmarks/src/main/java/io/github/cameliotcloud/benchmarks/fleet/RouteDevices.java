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
package io.github.cameliotcloud.benchmarks.fleet;

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

/** All devices in one route. A device has got its first answer when the delta in it has come out of the route. */
final class RouteDevices implements Devices {

    private final ClientSettings settings;
    private LongAdder deltas = new LongAdder();
    private CamelContext context;

    RouteDevices(ClientSettings settings) {
        this.settings = settings;
    }

    @Override
    public void connect() throws Exception {
        LongAdder counter = new LongAdder();
        deltas = counter;
        context = new DefaultCamelContext();
        IotCloudComponent component = new IotCloudComponent();
        component.setMaxConnectRate(settings.connectRate());
        context.addComponent("iotcloud", component);
        context.getRegistry().bind("fleet", new LiveDeviceFleet(identities()));
        SecretResolver secrets = device -> LoadDevices.SECRET;
        context.getRegistry().bind("secrets", secrets);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                fromF(
                                "iotcloud:shadow?fleet=#fleet&secretResolver=#secrets&brokerUrl=tcp://127.0.0.1:%d&keepAlive=60&transport=%s",
                                settings.port(), settings.transport())
                        .process(exchange -> counter.increment());
            }
        });
        context.start();
        Await.atLeast(settings.devices(), this::deltas);
    }

    private List<DeviceIdentity> identities() {
        return IntStream.range(0, settings.devices())
                .mapToObj(i -> new DeviceIdentity(LoadDevices.PRODUCT, LoadDevices.name(i)))
                .toList();
    }

    @Override
    public long deltas() {
        return deltas.sum();
    }

    @Override
    public void disconnect() {
        context.stop();
        context = null;
    }
}
