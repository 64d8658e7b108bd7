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
package io.github.cameliotcloud.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** What the page shows and does, one request at a time. */
class ConsoleIT {

    private static final String DEVICE_PATH = "/console/devices/ABC1234567/dev-01";

    private IotCloudSimulator simulator;
    private ConsoleClient console;
    private TestDevice device;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, "dev-02")
                .start();
        console = new ConsoleClient(simulator);
        device = TestDevice.of(simulator);
    }

    @AfterEach
    void stop() {
        device.close();
        simulator.close();
    }

    @Test
    void theConsoleCanBeSwitchedOff() {
        try (IotCloudSimulator without =
                IotCloudSimulator.builder().console(false).start()) {
            ConsoleClient client = new ConsoleClient(without);

            assertThat(client.get("/").status()).isEqualTo(404);
            assertThat(client.get("/console/devices").status()).isEqualTo(404);
            assertThat(client.post("/", "{}").status()).isEqualTo(200);
            assertThatIllegalStateException().isThrownBy(without::consoleUrl);
        }
    }

    @Test
    void devicesAreListedWithTheirState() {
        device.connect(true);
        simulator.enableDevice(PRODUCT, "dev-02", false);

        JsonNode list = console.get("/console/devices").json();

        assertThat(list.path("total").intValue()).isEqualTo(2);
        assertThat(list.path("online").intValue()).isEqualTo(1);
        assertThat(list.at("/devices/0").toString())
                .isEqualTo("{\"product\":\"ABC1234567\",\"device\":\"dev-01\",\"online\":true,\"enabled\":true}");
        assertThat(list.at("/devices/1/enabled").booleanValue()).isFalse();
        assertThat(console.get("/console/devices?online=true")
                        .json()
                        .path("matching")
                        .intValue())
                .isEqualTo(1);
        assertThat(console.get("/console/devices?filter=DEV-02")
                        .json()
                        .at("/devices/0/device")
                        .textValue())
                .isEqualTo("dev-02");
    }

    @Test
    void oneDeviceIsShownWithShadowAndFaults() {
        simulator.setDesired(PRODUCT, DEVICE, "{\"big\":12345678901234567890,\"t\":1.50}");

        JsonNode view = console.get(DEVICE_PATH).json();

        assertThat(view.at("/shadow/version").longValue()).isEqualTo(1);
        assertThat(view.at("/shadow/timestamp").longValue()).isPositive();
        assertThat(view.at("/shadow/reported").textValue()).isEqualTo("{}");
        // as text, digit by digit: a browser would round numbers
        assertThat(view.at("/shadow/desired").textValue())
                .isEqualTo("{\n  \"big\": 12345678901234567890,\n  \"t\": 1.50\n}");
        assertThat(view.at("/shadow/delta")).isEqualTo(view.at("/shadow/desired"));
        assertThat(view.at("/faults/swallowPubAcks").booleanValue()).isFalse();
    }

    @Test
    void desiredIsSetAndCleared() {
        assertThat(console.put(DEVICE_PATH + "/desired", "{\"t\":25}").json().toString())
                .isEqualTo("{\"version\":1}");
        assertThat(simulator.shadow(PRODUCT, DEVICE).at("/state/desired/t").intValue())
                .isEqualTo(25);

        assertThat(console.put(DEVICE_PATH + "/desired", "null").status()).isEqualTo(200);
        assertThat(simulator.shadow(PRODUCT, DEVICE).at("/state/desired").isMissingNode())
                .isTrue();
    }

    @Test
    void faultsAreSetAllOrNone() {
        console.put(
                DEVICE_PATH + "/faults",
                "{\"delaySubAcks\":70,\"refuseNextConnects\":{\"count\":2,\"connackCode\":3}}");
        console.put(DEVICE_PATH + "/faults", "{\"duplicateMessages\":true,\"swallowSubAcks\":\"yes\"}");

        JsonNode faults = console.get(DEVICE_PATH).json().path("faults");
        assertThat(faults.path("delaySubAcks").intValue()).isEqualTo(70);
        assertThat(faults.path("duplicateMessages").booleanValue()).isFalse();
        assertThatExceptionOfType(Mqtt3ConnAckException.class).isThrownBy(() -> device.connect(true));
        assertThat(console.get(DEVICE_PATH)
                        .json()
                        .at("/faults/refuseNextConnects/count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void messagesTellWhatBecameOfThem() {
        assertThat(publish()).isEqualTo("OFFLINE");
        device.connect(false);
        assertThat(publish()).isEqualTo("NOT_SUBSCRIBED");
        device.subscribe(device.topic("control"), 1);
        assertThat(publish()).isEqualTo("SENT");
        await().until(() -> device.inbox().size() == 1);
        device.close();
        await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);
        assertThat(publish()).isEqualTo("STORED");
    }

    private String publish() {
        return console.post(DEVICE_PATH + "/messages", "{\"topic\":\"control\",\"qos\":1,\"payload\":\"on\"}")
                .json()
                .path("outcome")
                .textValue();
    }

    @Test
    void theNetworkGoesAwayAndComesBack() {
        device.connect(true);

        assertThat(console.put("/console/network", "false").status()).isEqualTo(200);
        assertThat(console.get("/console/devices").json().path("networkOpen").booleanValue())
                .isFalse();
        await().until(() -> simulator.totalConnections() == 0);

        assertThat(console.put("/console/network", "true").status()).isEqualTo(200);
        try (TestDevice again = TestDevice.connected(simulator)) {
            assertThat(console.get(DEVICE_PATH).json().path("online").booleanValue())
                    .isTrue();
        }
    }

    @Test
    void sessionsAreForgotten() {
        device.connect(false);
        device.subscribe(device.topic("control"), 1);

        console.post("/console/forgetSessions", "{}");

        assertThat(console.get(DEVICE_PATH).json().path("subscriptions")).isEmpty();
    }
}
