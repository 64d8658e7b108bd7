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
import java.util.stream.IntStream;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.fleet.LiveDeviceFleet;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/** The cloud goes away under a fleet and comes back. */
class FleetOutageIT extends CamelTestSupport {

    private static final String PRODUCT = "ABC1234567";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";
    private static final int DEVICES = 300;
    private static final List<String> NAMES =
            IntStream.range(0, DEVICES).mapToObj(number -> "dev-" + number).toList();

    private IotCloudSimulator cloud;

    @BeforeEach
    void startCloudAndRoute() throws Exception {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();
        NAMES.forEach(name -> builder.device(PRODUCT, name, SECRET));
        cloud = builder.start();
        context.getRegistry().bind("secrets", (SecretResolver) device -> SECRET);
        context.getRegistry()
                .bind(
                        "fleet",
                        new LiveDeviceFleet(NAMES.stream()
                                .map(name -> new DeviceIdentity(PRODUCT, name))
                                .toList()));
        IotCloudConfiguration options =
                context.getComponent("iotcloud", IotCloudComponent.class).getConfiguration();
        options.setBrokerUrl(cloud.brokerUrl());
        options.setReconnectDelay(100);
        options.setMaxReconnectDelay(500);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("iotcloud:shadow?fleet=#fleet&onSuccess=report").to("log:deltas?level=DEBUG");
            }
        });
        awaitAllSubscribed();
    }

    @AfterEach
    void stop() {
        context.stop();
        cloud.close();
    }

    @Test
    void everyDeviceComesBackAndFindsWhatWasWantedMeanwhile() {
        cloud.faults().goAway();
        await().until(() -> cloud.totalConnections() == 0);
        NAMES.forEach(name -> cloud.setDesired(PRODUCT, name, "{\"t\":" + name.substring(4) + "}"));
        cloud.faults().comeBack();

        awaitAllSubscribed();
        await().untilAsserted(() -> assertThat(NAMES)
                .allSatisfy(name -> assertThat(cloud.shadow(PRODUCT, name)
                                .at("/state/reported/t")
                                .asText())
                        .isEqualTo(name.substring(4))));
        assertThat(NAMES)
                .allSatisfy(name -> assertThat(cloud.connectCount(PRODUCT, name))
                        .as("connections of %s, before and after the outage", name)
                        .isEqualTo(2));
    }

    private void awaitAllSubscribed() {
        await().until(() -> cloud.totalConnections() == DEVICES
                && NAMES.stream()
                        .noneMatch(name -> cloud.subscriptions(PRODUCT, name).isEmpty()));
    }
}
