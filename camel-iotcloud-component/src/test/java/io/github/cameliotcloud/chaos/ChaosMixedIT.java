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

/** Everything at once: three devices, each with events, control messages and a shadow on one connection that breaks. */
class ChaosMixedIT {

    private static final String[] DEVICES = {"dev-01", "dev-02", "dev-03"};

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void nothingIsLostInEitherDirection(String transport) throws Exception {
        int rounds = Size.messages() / DEVICES.length;
        try (Run run = new Run("mixed", transport);
                Bench bench = new Bench(transport, DEVICES)) {
            Traffic traffic = Traffic.start(bench, run);
            try (Outages outages = new Outages(bench, run, Size.cuts(), rounds, traffic::progress)) {
                for (int i = 0; i < rounds; i++) {
                    traffic.send();
                }
                outages.awaitEnd();
            }
            traffic.awaitEnd();
            traffic.assertInOrder();
            assertThat(run.lost()).as("lost").isZero();
        }
    }
}
