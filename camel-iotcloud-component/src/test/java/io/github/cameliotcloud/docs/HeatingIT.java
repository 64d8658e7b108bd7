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

import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.reported;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorExtension;

class HeatingIT extends CamelTestSupport {
    @RegisterExtension
    final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-01");

    @BeforeEach
    void startRoute() throws Exception {
        IotCloudComponent component = context.getComponent("iotcloud", IotCloudComponent.class);
        component.getConfiguration().setBrokerUrl(cloud.brokerUrl());
        component.getConfiguration().setDeviceSecret(cloud.secret("ABC1234567", "dev-01"));
        component.getConfiguration().setReconnectDelay(100);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveResource(context, "classpath:routes/heating.camel.yaml"));
    }

    @Test
    void wantedTemperatureIsAnnouncedAndReportedBack() {
        cloud.setDesired("ABC1234567", "dev-01", "{\"temperature\":20}");

        cloud.assertThatDevice("ABC1234567", "dev-01")
                .published("event", "{\"temperature\":20}")
                .shadowBecomes(reported("{\"temperature\":20}"));
    }

    @Test
    void whatWasWantedDuringAnOutageArrivesAfterIt() {
        cloud.faults().goAway();
        cloud.setDesired("ABC1234567", "dev-01", "{\"temperature\":21}");
        cloud.faults().comeBack();

        cloud.assertThatDevice("ABC1234567", "dev-01").isOnline().published("event", "{\"temperature\":21}");
    }
}
