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
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.ManualTime;

class ConnectRateTest {

    private final ManualTime time = new ManualTime();

    @Test
    void firstTurnIsNow() {
        assertThat(rate(100).takeTurn()).isZero();
    }

    @Test
    void turnsComeAtTheRateOnAverageAndAtNoFixedDistance() {
        ConnectRate rate = rate(100);
        List<Duration> turns =
                IntStream.range(0, 1001).mapToObj(number -> rate.takeTurn()).toList();
        assertThat(turns.get(1000)).isBetween(Duration.ofMillis(9_700), Duration.ofMillis(10_300));
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(number -> turns.get(number + 1).minus(turns.get(number))))
                .allMatch(distance -> distance.toMillis() >= 5 && distance.toMillis() <= 15)
                .doesNotHaveDuplicates();
    }

    @Test
    void turnsNotTakenAreNotSaved() {
        ConnectRate rate = rate(100);
        rate.takeTurn();
        time.advance(Duration.ofMinutes(1));
        assertThat(rate.takeTurn()).isZero();
        assertThat(rate.takeTurn()).isPositive();
    }

    @Test
    void withoutLimitEveryTurnIsNow() {
        ConnectRate rate = rate(0);
        rate.takeTurn();
        assertThat(rate.takeTurn()).isZero();
    }

    private ConnectRate rate(int perSecond) {
        return new ConnectRate(perSecond, time, new Random(1));
    }
}
