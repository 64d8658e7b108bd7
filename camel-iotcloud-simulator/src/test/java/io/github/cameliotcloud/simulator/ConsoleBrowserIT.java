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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_OPERATION;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The console as a user sees it, in a real browser. */
class ConsoleBrowserIT {

    private static final String HOSTILE = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>";

    private static HeadlessChromium browser;

    private final ConsolePage page = new ConsolePage(browser);
    private IotCloudSimulator simulator;
    private TestDevice device;

    @BeforeAll
    static void startBrowser() {
        browser = HeadlessChromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        simulator = simulator(0);
        device = TestDevice.of(simulator);
        page.desktop();
        browser.darkMode(false);
        browser.open(simulator.consoleUrl());
        page.awaitText("#live", "live");
    }

    @AfterEach
    void stop() {
        device.close();
        simulator.close();
        browser.open("about:blank");
        browser.log();
    }

    private static IotCloudSimulator simulator(int httpPort) {
        return IotCloudSimulator.builder()
                .httpPort(httpPort)
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, "dev-02")
                .device(PRODUCT, "dev-03")
                .device("XYZ9876543", "gateway-7")
                .start();
    }

    @Test
    void aDeviceThatComesOnlineIsSeenWithoutReload() {
        page.awaitText("#counts", "0 of 4 devices online");

        device.connect(true);

        page.awaitText("#counts", "1 of 4 devices online");
        page.awaitText("button[data-device='ABC1234567/dev-01']", "online");
        page.awaitText("#log", "→ CONNECT");
        page.awaitText("#log", "accepted");
        page.assertNoComplaints();
    }

    @Test
    void editedDesiredReachesTheDeviceAsDelta() {
        device.connect(true);
        device.subscribe(SHADOW_RESULT, 0);
        page.select();

        page.sendDesired("{\"t\":25}");

        await().until(() -> !device.inbox().isEmpty());
        assertThat(new String(device.inbox().element().getPayloadAsBytes(), UTF_8))
                .contains("\"type\":\"delta\"", "{\"t\":25}");
        page.awaitText("#desired-result", "Sent: the shadow has version 1 now.");
        page.awaitText("#delta", "\"t\": 25");
        page.awaitText("#shadow-facts", "version 1, updated");
        page.assertNoComplaints();
    }

    @Test
    void badDesiredIsExplained() {
        page.select();

        page.sendDesired("{oops");

        page.awaitText("#desired-result", "The desired state was rejected, 5004: not a JSON object");
        assertThat(browser.run("return document.querySelector('#desired-json').value"))
                .isEqualTo("{oops");
        // Chromium itself notes the status 400
        assertThat(browser.log()).allMatch(line -> line.contains("400 (Bad Request)"));
    }

    @Test
    void aControlMessageReachesTheDevice() {
        device.connect(true);
        device.subscribe(device.topic("control"), 1);
        page.select();

        page.publish("restart");

        await().until(() -> !device.inbox().isEmpty());
        assertThat(device.inbox().element().getPayloadAsBytes()).isEqualTo("restart".getBytes(UTF_8));
        page.awaitText("#message-result", "Sent.");
        page.awaitText("#log", "ABC1234567/dev-01/control · QoS 1 · 7 bytes");
        page.awaitText("#log", "→ PUBACK");
        page.assertNoComplaints();
    }

    @Test
    void faultsAreSwitched() {
        device.connect(true);
        page.select();

        browser.find("#swallowPubAcks").click();
        page.awaitText("#faults-result", "Set.");
        device.client()
                .toAsync()
                .publishWith()
                .topic(device.topic("event"))
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
        page.awaitText("#log", "ABC1234567/dev-01/event · QoS 1");
        assertThat(browser.text("#log")).doesNotContain("PUBACK");

        browser.find("#cut").click();
        page.awaitText("#device-state", "offline");
        await().until(() -> !device.client().getState().isConnected());
        page.awaitText("#log", "CLOSE");
        page.assertNoComplaints();
    }

    @Test
    void aDisabledDeviceCannotConnectUntilItIsEnabled() {
        page.select();
        browser.find("#enable").click();
        page.awaitText("#device-state", "disabled");

        assertThatExceptionOfType(Mqtt3ConnAckException.class).isThrownBy(() -> device.connect(true));
        page.awaitText("#log", "refused, 5: DEVICE_DISABLED");

        browser.find("#enable").click();
        page.awaitText("#device-state", "offline");
        device.connect(true);
        page.awaitText("#device-state", "online");
        page.assertNoComplaints();
    }

    @Test
    void everythingWorksWithTheKeyboard() {
        browser.find("#filter").sendKeys("gateway");
        page.awaitText("#devices", "gateway-7");
        await().untilAsserted(() -> assertThat(browser.text("#devices")).doesNotContain("dev-01"));
        // the next stops are the check box and the first device
        browser.find("#filter").sendKeys(Keys.TAB);
        browser.find("#online-only").sendKeys(Keys.TAB);
        assertThat(browser.run("return document.activeElement.dataset.device")).isEqualTo("XYZ9876543/gateway-7");
        browser.find("button[data-device]").sendKeys(Keys.ENTER);
        page.awaitText("#device-title", "XYZ9876543/gateway-7");
        page.assertNoComplaints();
    }

    @Test
    void whatDevicesSendStaysText() {
        device.connect(true);
        page.select();

        device.publish(device.topic("event"), HOSTILE, 1);
        device.publish(
                SHADOW_OPERATION,
                "{\"type\":\"update\",\"state\":{\"reported\":{\"name\":\"" + HOSTILE.replace("\"", "'") + "\"}}}",
                0);

        page.awaitText("#log", HOSTILE);
        page.awaitText("#reported", "<img src=x onerror='window.pwned=1'>");
        assertThat(browser.run("return document.querySelectorAll('main img, main script').length"))
                .isEqualTo(0L);
        assertThat(browser.run("return window.pwned === undefined")).isEqualTo(true);
        page.assertNoComplaints();
    }

    @Test
    void thePageFitsAPhone() {
        device.connect(true);
        page.select();
        page.phone();
        device.publish(device.topic("event"), "x".repeat(2000), 1);
        page.awaitText("#log", "2000 bytes");

        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
        page.sendDesired("{\"t\":1}");
        page.awaitText("#desired-result", "version 1");
        page.assertNoComplaints();
    }

    @Test
    void thePageComesBackWithTheSimulator() {
        int port = simulator.httpPort();
        simulator.close();
        page.awaitText("#live", "no connection");

        simulator = simulator(port);
        page.awaitText("#live", "live");
        device = TestDevice.connected(simulator);
        page.awaitText("#counts", "1 of 4 devices online");
    }
}
