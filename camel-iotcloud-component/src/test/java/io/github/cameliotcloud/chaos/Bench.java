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
package io.github.cameliotcloud.chaos;

import java.time.Clock;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ShutdownAware;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/** A simulated cloud and a Camel context whose routes talk to it through one transport. */
final class Bench implements AutoCloseable {

    static final String PRODUCT = "ABC1234567";
    static final String SECRET = "ab+c/efgAAECAwQFBgcICQ==";

    private final String transport;
    private final List<String> devices;
    private final IotCloudSimulator cloud;
    private final CamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;

    Bench(String transport, String... devices) {
        this(transport, Clock.systemUTC(), devices);
    }

    Bench(String transport, Clock clock, String... devices) {
        this.transport = transport;
        this.devices = List.of(devices);
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder().clock(clock);
        this.devices.forEach(device -> builder.device(PRODUCT, device, SECRET));
        this.cloud = builder.start();
        component().setClock(clock);
        camel.getShutdownStrategy().setTimeout(20);
        camel.start();
        this.template = camel.createProducerTemplate();
    }

    List<String> devices() {
        return devices;
    }

    IotCloudSimulator cloud() {
        return cloud;
    }

    CamelContext camel() {
        return camel;
    }

    ProducerTemplate template() {
        return template;
    }

    IotCloudComponent component() {
        return camel.getComponent("iotcloud", IotCloudComponent.class);
    }

    /** @return how many exchanges of all consumers wait or are in work */
    int waitingExchanges() {
        return camel.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(ShutdownAware.class::isInstance)
                .mapToInt(consumer -> ((ShutdownAware) consumer).getPendingExchangesSize())
                .sum();
    }

    /** Adds a route, which is connected and subscribed when this returns. */
    void route(LambdaRouteBuilder route) throws Exception {
        RouteBuilder.addRoutes(camel, route);
    }

    String uri(String device, String channel, String... options) {
        return uriAt(cloud.brokerUrl(), transport, device, channel, options);
    }

    // the cloud's rule of one CONNECT in 5 s is switched off on both sides; refusals shall not last two minutes
    static String uriAt(String brokerUrl, String transport, String device, String channel, String... options) {
        return "iotcloud:" + channel + "?product=" + PRODUCT + "&device=" + device + "&deviceSecret=RAW(" + SECRET
                + ")&brokerUrl=" + brokerUrl + "&transport=" + transport
                + "&reconnectDelay=20&maxReconnectDelay=200&connectTimeout=5000"
                + (options.length == 0 ? "" : "&" + String.join("&", options));
    }

    @Override
    public void close() throws Exception {
        try {
            camel.close();
        } finally {
            cloud.close();
        }
    }
}
