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

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.LiveThreads;

/** A route with consumer and producer that is started and stopped over and over. */
class ChaosStartStopIT {

    private static final String DEVICE = "dev-01";
    private static final String ROUTE = "both-ways";
    private static final int THREADS_OF_POOLS = 10 + 10 + 2 + 2;

    /** The last session may still be remembered, or not; what leaks in each cycle comes to more. */
    private static final int CHANCE = 2;

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void nothingStaysBehind(String transport) throws Exception {
        try (Run run = new Run("start-stop", transport);
                Bench bench = new Bench(transport, DEVICE)) {
            Ledger ledger = run.ledger();
            bench.route(routes -> routes.from(bench.uri(DEVICE, "control"))
                    .routeId(ROUTE)
                    .autoStartup(false)
                    .to(bench.uri(DEVICE, "event")));

            for (int i = 0; i < Size.warmUpCycles(); i++) {
                cycle(bench, ledger);
            }
            List<String> threads = LiveThreads.outsideOfPools();
            Map<String, Integer> objects = ClassHistogram.ofOurClasses();
            for (int i = Size.warmUpCycles(); i < Size.cycles(); i++) {
                cycle(bench, ledger);
            }

            Patience.await("the threads of before")
                    .pollInSameThread()
                    .untilAsserted(
                            () -> assertThat(LiveThreads.outsideOfPools()).hasSizeLessThanOrEqualTo(threads.size()));
            assertThat(LiveThreads.ofPools(bench.camel())).hasSizeLessThanOrEqualTo(THREADS_OF_POOLS);
            Patience.await("the objects of before")
                    .pollInSameThread()
                    .untilAsserted(() -> assertThat(ClassHistogram.growth(objects, ClassHistogram.ofOurClasses())
                                    .values())
                            .allMatch(more -> more <= CHANCE));
            assertThat(run.lost()).as("lost").isZero();
        }
    }

    private static void cycle(Bench bench, Ledger ledger) throws Exception {
        bench.camel().getRouteController().startRoute(ROUTE);
        String number = String.valueOf(ledger.next());
        bench.cloud().publishControl(Bench.PRODUCT, DEVICE, number);
        Patience.until(
                "message " + number,
                () -> bench.cloud().received().stream()
                        .anyMatch(event -> event.text().equals(number)));
        ledger.seen(Integer.parseInt(number));
        bench.cloud().clearReceived();
        bench.camel().getRouteController().stopRoute(ROUTE);
        assertThat(bench.component().sessions().sessions()).isEmpty();
    }
}
