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
 * How long to wait before the next CONNECT. The delay starts at a floor, because the cloud allows one CONNECT in 5 s
 * and device (protocol.md section 2.6), doubles with each failure up to a cap, and gets up to a quarter of itself added
 * at random, so that devices which lost their connections together do not come back together.
 */
final class ReconnectPolicy {

    private static final int SHORT_LIVES_OF_A_SECOND_LOGIN = 3;
    private static final int MAX_DOUBLINGS = 30;

    private final Duration floor;
    private final Duration cap;
    private final RandomGenerator random;
    private int failures;
    private int shortLives;

    ReconnectPolicy(Duration floor, Duration cap, RandomGenerator random) {
        this.floor = floor;
        this.cap = cap.compareTo(floor) < 0 ? floor : cap;
        this.random = random;
    }

    /** @return delay after an attempt that got no answer */
    Duration afterFailure() {
        return jittered(doubled());
    }

    /**
     * @param lived how long the connection had been up
     * @return delay after a connection that was ended on purpose, to have messages delivered again
     */
    Duration afterRedeliveryRequest(Duration lived) {
        forgetFailuresAfter(lived);
        return jittered(doubled());
    }

    /** @return delay after the credentials were refused: the cap at once, since trying soon cannot help */
    Duration afterRefusal() {
        failures++;
        return jittered(cap);
    }

    /**
     * @param lived how long the lost connection had been up
     * @return delay after a loss; a connection that lived for long wipes out earlier failures
     */
    Duration afterLoss(Duration lived) {
        shortLives = forgetFailuresAfter(lived) ? 0 : shortLives + 1;
        return jittered(doubled());
    }

    /** @return true once, when connection after connection was lost right after it was made */
    boolean looksLikeSecondLogin() {
        return shortLives == SHORT_LIVES_OF_A_SECOND_LOGIN;
    }

    private boolean forgetFailuresAfter(Duration lived) {
        // another program with the same device comes back after the floor and its jitter, so a life cut by it is longer
        boolean longLived = lived.compareTo(floor.multipliedBy(2)) > 0;
        if (longLived) {
            failures = 0;
        }
        return longLived;
    }

    private Duration doubled() {
        Duration delay = floor.multipliedBy(1L << Math.min(failures++, MAX_DOUBLINGS));
        return delay.compareTo(cap) > 0 ? cap : delay;
    }

    private Duration jittered(Duration delay) {
        return delay.plusMillis((long) (delay.toMillis() * 0.25 * random.nextDouble()));
    }
}
