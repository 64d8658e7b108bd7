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

/** Messages of one direction over a connection that breaks again and again. */
class ChaosMessagesIT {

    private static final String DEVICE = "dev-01";

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void everyControlMessageIsProcessedAndFirstOccurrencesKeepTheirOrder(String transport) throws Exception {
        try (Run run = new Run("control-at-least-once", transport);
                Bench bench = new Bench(transport, DEVICE)) {
            int distance = Size.messages() / Size.cuts();
            ControlFlow control = ControlFlow.start(
                    bench, run, DEVICE, new Window(Math.min(ControlFlow.MOST_ON_THEIR_WAY, distance / 3)));
            try (Outages outages = new Outages(bench, run, Size.cuts(), Size.messages(), control.ledger()::processed)) {
                for (int i = 0; i < Size.messages(); i++) {
                    control.send();
                }
                control.awaitEnd();
                outages.awaitEnd();
            }
            assertThat(run.lost()).as("lost").isZero();
            assertThat(control.ledger().disorder()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void everyEventOfARouteWithRedeliveryReachesTheCloud(String transport) throws Exception {
        try (Run run = new Run("events-with-redelivery", transport);
                Bench bench = new Bench(transport, DEVICE)) {
            EventFlow events = EventFlow.start(bench, run, DEVICE);
            events.send(); // connects
            try (Outages outages = new Outages(bench, run, Size.cuts(), Size.messages(), events::completed)) {
                for (int i = 1; i < Size.messages(); i++) {
                    events.send();
                }
                events.awaitEnd();
                outages.awaitEnd();
            }
            assertThat(events.failures()).isEmpty();
            assertThat(run.lost()).as("lost").isZero();
        }
    }
}
