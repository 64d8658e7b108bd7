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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

import io.vertx.core.Context;

/**
 * Runs actions in the order given, some of them late: what follows a late one waits behind it. A late action runs on the
 * event loop, one that need not wait runs at once.
 */
final class DelayLine {

    private record Waiting(Runnable action, long dueNanos) {}

    private final Context context;
    private final Queue<Waiting> waiting = new ArrayDeque<>(1);

    DelayLine(Context context) {
        this.context = context;
    }

    /** Does not block, provided that the actions do not. */
    synchronized void run(Runnable action, Duration delay) {
        if (waiting.isEmpty() && delay.isZero()) {
            action.run();
            return;
        }
        waiting.add(new Waiting(action, System.nanoTime() + delay.toNanos()));
        if (waiting.size() == 1) {
            schedule(delay.toNanos());
        }
    }

    private synchronized void flush() {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && waiting.peek().dueNanos() - now <= 0) {
            waiting.remove().action().run();
        }
        if (!waiting.isEmpty()) {
            schedule(waiting.peek().dueNanos() - now);
        }
    }

    private void schedule(long nanos) {
        long millis = Math.max(1, Duration.ofNanos(nanos).toMillis());
        context.owner().setTimer(millis, timer -> context.runOnContext(v -> flush()));
    }
}
