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

import java.time.Clock;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalJournalTest {

    private final RefusalJournal journal = new RefusalJournal(Clock.systemUTC());

    @Test
    void onlyTheNewestAreKept() {
        IntStream.rangeClosed(0, RefusalJournal.CAPACITY)
                .forEach(i -> journal.refused("client-" + i, "CONNECT", "CONNACK 2"));

        assertThat(journal.all()).hasSize(RefusalJournal.CAPACITY);
        assertThat(journal.all().get(0).clientId()).isEqualTo("client-1");
    }

    @Test
    void nothingIsKeptAfterClear() {
        journal.refused("client", "CONNECT", "CONNACK 2");

        journal.clear();

        assertThat(journal.all()).isEmpty();
    }
}
