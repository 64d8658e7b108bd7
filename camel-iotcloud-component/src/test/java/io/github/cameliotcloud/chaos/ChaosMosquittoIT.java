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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.testinfra.MosquittoService;

/** A real broker that is stopped and started while messages flow. */
class ChaosMosquittoIT {

    private static final int LONGEST_RESTARTS_SECONDS = 300;

    @RegisterExtension
    static final MosquittoService MOSQUITTO = new MosquittoService();

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void nothingThatTheBrokerTookIsLostWhenItIsRestarted(String transport) throws Exception {
        String device = "dev-" + transport; // the broker still has the other one's session
        try (Run run = new Run("mosquitto-restarted", transport);
                CamelContext camel = new DefaultCamelContext();
                StubbornSender sender = new StubbornSender(
                        BrokerAddress.parse(MOSQUITTO.brokerUrl()), Bench.PRODUCT + "/" + device + "/data")) {
            Ledger ledger = run.ledger();
            Window window = new Window(ControlFlow.MOST_ON_THEIR_WAY);
            String uri = Bench.uriAt(MOSQUITTO.brokerUrl(), transport, device, "data", "cleanSession=false");
            RouteBuilder.addRoutes(
                    camel,
                    routes -> routes.from(uri).process(exchange -> {
                        if (ledger.seen(Integer.parseInt(exchange.getMessage().getBody(String.class)))) {
                            window.leave();
                        }
                    }));
            camel.start();

            CompletableFuture<Void> restarts = CompletableFuture.runAsync(() -> restart(run, ledger));
            while (!restarts.isDone() || ledger.sent() < Size.processMessages()) {
                window.enter();
                sender.send(String.valueOf(ledger.next()));
            }
            restarts.get(LONGEST_RESTARTS_SECONDS, TimeUnit.SECONDS);
            window.drain();
            assertThat(run.lost()).as("lost").isZero();
            assertThat(ledger.disorder()).isEmpty();
        }
    }

    private static void restart(Run run, Ledger ledger) {
        int distance = Size.processMessages() / (Size.restarts() + 1);
        for (int restart = 1; restart <= Size.restarts(); restart++) {
            int progress = restart * distance;
            Patience.until("message " + progress, () -> ledger.processed() >= progress);
            try {
                MOSQUITTO.stop();
                MOSQUITTO.start();
            } catch (Exception e) {
                throw new IllegalStateException("Mosquitto did not restart", e);
            }
            run.cut();
        }
    }
}
