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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The traffic of three devices with an outage a second for ten minutes: nothing may grow. */
@Tag("soak")
class ChaosSoakIT {

    private static final String[] DEVICES = {"dev-01", "dev-02", "dev-03"};
    private static final int SAMPLES = 20;
    private static final int MILLIS_BETWEEN_ROUNDS = 5;
    private static final int STEPS_OF_A_SECOND = 10;

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void nothingGrowsAndNothingIsLost(String transport) throws Exception {
        int rounds = Size.soakSeconds() * 1000 / MILLIS_BETWEEN_ROUNDS / SAMPLES;
        List<SoakSample> samples = new ArrayList<>();
        try (Run run = new Run("soak", transport);
                Bench bench = new Bench(transport, DEVICES)) {
            Traffic traffic = Traffic.start(bench, run);
            long start = System.nanoTime();
            try (Outages outages =
                    new Outages(bench, run, Size.soakSeconds(), Size.soakSeconds() * STEPS_OF_A_SECOND, () ->
                            (int) ((System.nanoTime() - start) / (1_000_000_000 / STEPS_OF_A_SECOND)))) {
                for (int i = 0; i < SAMPLES; i++) {
                    Beat.run(rounds, MILLIS_BETWEEN_ROUNDS, traffic::send);
                    int waiting = bench.waitingExchanges();
                    traffic.awaitEnd();
                    bench.cloud().clearReceived(); // the simulator's own memory, not what is measured
                    SoakSample sample = SoakSample.take(waiting, bench);
                    System.out.println("soak: transport=" + transport + " second=" + run.seconds() + " " + sample + " "
                            + run.counts());
                    samples.add(sample);
                }
                outages.awaitEnd();
            }
            traffic.assertInOrder();
            assertThat(run.lost()).as("lost").isZero();
            SoakSample.assertNoGrowth(samples);
        }
    }
}
