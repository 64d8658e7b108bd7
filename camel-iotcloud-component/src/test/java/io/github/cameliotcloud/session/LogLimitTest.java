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
package io.github.cameliotcloud.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogLimitTest {

    private final List<Long> lines = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final LogLimit limit = new LogLimit(() -> now);

    @Test
    void onlyTheFirstOfAMinuteIsLogged() {
        happen(1000);
        assertThat(lines).containsExactly(1L);
    }

    @Test
    void lineAfterAMinuteTellsHowManyWereKeptBack() {
        happen(1000);
        now = now.plus(Duration.ofMinutes(1));
        happen(1000);
        assertThat(lines).containsExactly(1L, 1000L);
    }

    @Test
    void clockThatWasSetBackDoesNotSilenceTheLog() {
        happen(2);
        now = now.minus(Duration.ofDays(1));
        happen(1);
        assertThat(lines).containsExactly(1L, 2L);
    }

    private void happen(int times) {
        for (int i = 0; i < times; i++) {
            limit.log(lines::add);
        }
    }
}
