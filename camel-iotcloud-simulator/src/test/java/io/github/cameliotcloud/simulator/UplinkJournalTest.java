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

import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

class UplinkJournalTest {

    private final UplinkJournal journal = new UplinkJournal(new ManualClock(Instant.EPOCH), 3, message -> {});

    @Test
    void newestMessagesAreKept() {
        record("1", "2", "3", "4", "5");

        assertThat(journal.all()).extracting(ReceivedMessage::topic).containsExactly("3", "4", "5");
    }

    @Test
    void clearedJournalFillsAgain() {
        record("1", "2", "3", "4");
        journal.clear();
        assertThat(journal.all()).isEmpty();

        record("5", "6", "7");
        assertThat(journal.all()).hasSize(3);
    }

    @Test
    void manyWritersDoNotExceedTheCapacity() {
        IntStream.range(0, 10_000).parallel().forEach(i -> record("x"));

        assertThat(journal.all()).hasSize(3);
    }

    private void record(String... topics) {
        for (String topic : topics) {
            journal.received(new DeviceIdentity("ABC1234567", "d"), topic, new byte[0], 0);
        }
    }
}
