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

import org.apache.camel.Exchange;

/** Numbered control messages from the cloud to a route of one device with a persistent session. */
final class ControlFlow {

    /**
     * The cloud keeps 150 messages for a device that is away, and with an outage both the messages on their way and as
     * many sent meanwhile wait unacknowledged; behind a second outage in a row yet another portion.
     */
    static final int MOST_ON_THEIR_WAY = 33;

    private final Bench bench;
    private final String device;
    private final Ledger ledger;
    private final Window window;

    private ControlFlow(Bench bench, String device, Ledger ledger, Window window) {
        this.bench = bench;
        this.device = device;
        this.ledger = ledger;
        this.window = window;
    }

    static ControlFlow start(Bench bench, Run run, String device, Window window, String... options) throws Exception {
        ControlFlow flow = new ControlFlow(bench, device, run.ledger(), window);
        bench.route(routes -> routes.from(bench.uri(device, "control", options) + "&cleanSession=false")
                .process(flow::process));
        return flow;
    }

    Ledger ledger() {
        return ledger;
    }

    void send() throws InterruptedException {
        window.enter();
        bench.cloud().publishControl(Bench.PRODUCT, device, String.valueOf(ledger.next()));
    }

    void awaitEnd() throws InterruptedException {
        window.drain();
    }

    private void process(Exchange exchange) {
        if (ledger.seen(Integer.parseInt(exchange.getMessage().getBody(String.class)))) {
            window.leave();
        }
    }
}
