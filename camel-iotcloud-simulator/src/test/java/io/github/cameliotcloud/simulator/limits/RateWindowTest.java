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
package io.github.cameliotcloud.simulator.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.ManualClock;

class RateWindowTest {

    private final ManualClock clock = new ManualClock(Instant.EPOCH);

    @Test
    void windowEndsAfterASecond() {
        RateWindow window = new RateWindow(2, clock);
        assertThat(admitted(window, 3)).isEqualTo(2);
        clock.advance(Duration.ofMillis(999));
        assertThat(admitted(window, 1)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(admitted(window, 3)).isEqualTo(2);
    }

    @Test
    void clockThatIsSetBackBeginsANewWindow() {
        RateWindow window = new RateWindow(1, clock);
        assertThat(admitted(window, 2)).isOne();
        clock.advance(Duration.ofHours(-1));
        assertThat(admitted(window, 2)).isOne();
    }

    @Test
    void unlimitedAdmitsAll() {
        assertThat(admitted(new RateWindow(Limits.UNLIMITED, clock), 10_000)).isEqualTo(10_000);
    }

    private static long admitted(RateWindow window, int messages) {
        return IntStream.range(0, messages).filter(i -> window.admit()).count();
    }
}
