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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_OPERATION;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static org.assertj.core.api.Assertions.assertThat;

/** Takes the picture of the console that docs/simulator-console.adoc shows; -Ddocs.update=true puts it there. */
class ConsoleScreenshotIT {

    private static final Path SCREENSHOT = Path.of("target", "simulator-console.png");
    private static final Path SCREENSHOT_IN_DOCS = Path.of("..", "docs", "images", "simulator-console.png");
    private static final int MAX_SCREENSHOT_BYTES = 150_000;

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
        simulator = simulator();
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

    private static IotCloudSimulator simulator() {
        return IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, "dev-02")
                .device(PRODUCT, "dev-03")
                .device("XYZ9876543", "gateway-7")
                .start();
    }

    @Test
    void theScreenshotForTheDocsIsTaken() throws IOException {
        device.connect(false);
        page.select();
        device.subscribe(SHADOW_RESULT, 0);
        device.subscribe(device.topic("control"), 1);
        device.publish(
                SHADOW_OPERATION,
                "{\"type\":\"update\",\"state\":{\"reported\":{\"temperature\":20,\"fan\":\"off\"}},\"clientToken\":\"t-1\"}",
                0);
        device.publish(device.topic("event"), "{\"door\":\"open\"}", 1);
        page.publish("{\"light\":\"on\"}");
        page.awaitText("#message-result", "Sent.");
        page.sendDesired("{\"temperature\": 23}");
        page.awaitText("#delta", "23");
        browser.find("#delayPubAcks").sendKeys(Keys.chord(Keys.CONTROL, "a"), "500", Keys.ENTER);
        page.awaitText("#faults-result", "Set.");
        browser.run(
                "document.activeElement.blur(); document.querySelector('#log-view').scrollTop = 1e6; scrollTo(0, 0)");
        page.awaitText("#log", "\"type\":\"delta\"");
        browser.size(1200, page.height(), false);

        byte[] screenshot = browser.screenshot();
        Files.write(SCREENSHOT, screenshot);
        browser.darkMode(true);
        Files.write(Path.of("target", "simulator-console-dark.png"), browser.screenshot());
        page.phone();
        browser.size(390, page.height(), true);
        Files.write(Path.of("target", "simulator-console-phone.png"), browser.screenshot());

        assertThat(screenshot.length).isBetween(10_000, MAX_SCREENSHOT_BYTES);
        if (Boolean.getBoolean("docs.update")) {
            Files.createDirectories(SCREENSHOT_IN_DOCS.getParent());
            Files.copy(SCREENSHOT, SCREENSHOT_IN_DOCS, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(SCREENSHOT_IN_DOCS).exists();
        page.assertNoComplaints();
    }
}
