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

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;
import io.github.cameliotcloud.simulator.ReceivedMessage;
import io.github.cameliotcloud.testing.DocsSnippet;

/** One {@code toD} for a fleet, as docs/many-devices.adoc has it. */
class ManyDevicesIT {

    private static final String PRODUCT = "ABC1234567";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";
    private static final int DEVICES = 1000;
    private static final int CACHE_SIZE = 50;
    private static final int SENDERS = 4;
    /** Each sender connects one device and disconnects another, and the cloud notices both a little later. */
    private static final int SLACK = 4 * SENDERS;

    private final AtomicInteger mostConnections = new AtomicInteger();
    private final AtomicInteger mostSessions = new AtomicInteger();
    private final DefaultCamelContext context = new DefaultCamelContext();

    private IotCloudSimulator simulator;
    private IotCloudComponent component;
    private ProducerTemplate events;

    @BeforeEach
    void startCloudAndRoute() throws Exception {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();
        IntStream.range(0, DEVICES).forEach(number -> builder.device(PRODUCT, device(number), SECRET));
        simulator = builder.start();
        component = context.getComponent("iotcloud", IotCloudComponent.class);
        component.getConfiguration().setBrokerUrl(simulator.brokerUrl());
        component.getConfiguration().setDeviceSecret(SECRET);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(
                        ResourceHelper.fromString("fleet.camel.yaml", DocsSnippet.of("many-devices.adoc", "fleet")));
        context.start();
        events = context.createProducerTemplate();
        events.setDefaultEndpointUri("direct:events");
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    @Test
    void aThousandDevicesNeedOnlyTheConnectionsOfTheCache() throws Exception {
        sendFromAll();

        assertThat(simulator.received().stream().map(ReceivedMessage::topic).distinct())
                .as("devices whose event arrived")
                .hasSize(DEVICES);
        assertThat(mostSessions.get()).as("sessions at the same time").isBetween(CACHE_SIZE, CACHE_SIZE + SLACK);
        assertThat(mostConnections.get()).as("connections at the same time").isBetween(CACHE_SIZE, CACHE_SIZE + SLACK);
        // the last evicted ones are stopped when the next message comes
        await().untilAsserted(
                        () -> assertThat(simulator.totalConnections()).isBetween(CACHE_SIZE, CACHE_SIZE + SENDERS));
    }

    private void sendFromAll() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> sent = IntStream.range(0, DEVICES)
                    .<Future<?>>mapToObj(number -> senders.submit(() -> send(number)))
                    .toList();
            for (Future<?> one : sent) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private void send(int number) {
        events.requestBodyAndHeader("{\"t\":" + number + "}", "device", device(number));
        mostConnections.accumulateAndGet(simulator.totalConnections(), Math::max);
        mostSessions.accumulateAndGet(component.sessions().sessions().size(), Math::max);
    }

    private static String device(int number) {
        return "dev-" + number;
    }
}
