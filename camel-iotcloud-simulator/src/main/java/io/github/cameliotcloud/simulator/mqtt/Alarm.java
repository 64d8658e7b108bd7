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
package io.github.cameliotcloud.simulator.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import io.vertx.core.Context;

/**
 * Runs an action on the event loop at a time of the simulator's clock. A test may set that clock, so this looks at it again
 * and again. Thread-safe; at most one time is waited for.
 */
final class Alarm {

    private static final long LONGEST_SLEEP_MS = 50;

    private final Context context;
    private final Clock clock;
    private final BooleanSupplier wanted;
    private final Runnable action;
    // null while nothing is waited for
    private Instant time;

    /** @param wanted false when the action is of no use any more */
    Alarm(Context context, Clock clock, BooleanSupplier wanted, Runnable action) {
        this.context = context;
        this.clock = clock;
        this.wanted = wanted;
        this.action = action;
    }

    /** Sets the time; one that was set before and did not come yet is forgotten. */
    synchronized void set(Instant newTime) {
        boolean asleep = time != null;
        time = newTime;
        if (!asleep) {
            sleep();
        }
    }

    private void look() {
        if (rings()) {
            action.run();
        }
    }

    private synchronized boolean rings() {
        boolean rings = wanted.getAsBoolean() && !clock.instant().isBefore(time);
        if (rings || !wanted.getAsBoolean()) {
            time = null;
        } else {
            sleep();
        }
        return rings;
    }

    private void sleep() {
        Instant now = clock.instant();
        boolean soon = time.isBefore(now.plusMillis(LONGEST_SLEEP_MS));
        long millis = soon ? Math.max(1, Duration.between(now, time).toMillis()) : LONGEST_SLEEP_MS;
        context.owner().setTimer(millis, timer -> context.runOnContext(v -> look()));
    }
}
