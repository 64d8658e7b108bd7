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
import java.util.random.RandomGenerator;

/**
 * Spreads the connection attempts of all sessions over time, so that many devices that start or come back at once do not
 * do so in one instant. Thread-safe.
 */
public final class ConnectRate {

    private final Scheduler time;
    private final RandomGenerator random;
    private final long meanNanos;
    private long nextTurn;

    /**
     * @param perSecond attempts per second on average, 0 for no limit
     * @param time      measures
     * @param random    varies the distance between attempts by up to a half
     */
    public ConnectRate(int perSecond, Scheduler time, RandomGenerator random) {
        this.time = time;
        this.random = random;
        this.meanNanos = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
        this.nextTurn = time.nanoTime();
    }

    /**
     * Takes the next turn.
     *
     * @return how long to wait for it, zero when it is now
     */
    synchronized Duration takeTurn() {
        if (meanNanos == 0) {
            return Duration.ZERO;
        }
        long now = time.nanoTime();
        long turn = nextTurn - now > 0 ? nextTurn : now;
        nextTurn = turn + meanNanos / 2 + random.nextLong(meanNanos + 1);
        return Duration.ofNanos(turn - now);
    }
}
