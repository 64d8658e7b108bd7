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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a user does on the console's page. */
final class ConsolePage {

    private final HeadlessChromium browser;

    ConsolePage(HeadlessChromium browser) {
        this.browser = browser;
    }

    void desktop() {
        browser.size(1200, 1000, false);
    }

    void phone() {
        browser.size(390, 844, true);
    }

    void select() {
        browser.find("button[data-device='ABC1234567/dev-01']").click();
        awaitText("#device-title", "ABC1234567/dev-01");
    }

    void sendDesired(String json) {
        browser.type("#desired-json", json);
        browser.find("#desired-form [type=submit]").click();
    }

    void publish(String payload) {
        browser.type("#payload", payload);
        browser.find("#message-form [type=submit]").click();
    }

    void awaitText(String css, String text) {
        await().untilAsserted(() -> assertThat(browser.text(css)).contains(text));
    }

    int height() {
        return ((Number) browser.run("return document.documentElement.scrollHeight")).intValue();
    }

    void assertNoComplaints() {
        assertThat(browser.log()).isEmpty();
    }
}
