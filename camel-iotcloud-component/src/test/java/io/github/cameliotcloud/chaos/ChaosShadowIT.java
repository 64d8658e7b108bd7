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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Desired state that changes while the connection breaks again and again. */
class ChaosShadowIT {

    private static final String DEVICE = "dev-01";
    private static final int MILLIS_BETWEEN_CHANGES = 10;

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void lastDesiredStateIsAppliedAndReportedAndNoVersionComesTwice(String transport) throws Exception {
        try (Run run = new Run("shadow-converges", transport);
                Bench bench = new Bench(transport, DEVICE)) {
            ShadowFlow shadow = ShadowFlow.start(bench, run, DEVICE);
            shadow.onChange(Size.changes() - 1, () -> {
                bench.cloud().faults().cutConnection(Bench.PRODUCT, DEVICE);
                run.cut();
            });
            try (Outages outages = new Outages(
                    bench,
                    run,
                    Size.cuts(),
                    Size.changes(),
                    () -> shadow.ledger().sent())) {
                Beat.run(Size.changes(), MILLIS_BETWEEN_CHANGES, shadow::change);
                outages.awaitEnd();
            }
            shadow.awaitEnd();
            assertThat(run.lost()).as("lost").isZero();
        }
    }
}
