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
import java.util.function.Consumer;

import io.github.cameliotcloud.simulator.session.Delivery;
import io.vertx.core.Context;

/** Sends deliveries in the order given, some of them late: what follows a late one waits behind it. */
final class DelayLine {

    private record Waiting(Delivery delivery, long dueNanos) {}

    private final Context context;
    private final Consumer<Delivery> target;
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    DelayLine(Context context, Consumer<Delivery> target) {
        this.context = context;
        this.target = target;
    }

    synchronized void send(Delivery delivery, Duration delay) {
        if (waiting.isEmpty() && delay.isZero()) {
            target.accept(delivery);
            return;
        }
        waiting.add(new Waiting(delivery, System.nanoTime() + delay.toNanos()));
        if (waiting.size() == 1) {
            schedule(delay.toNanos());
        }
    }

    private synchronized void flush() {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && waiting.peek().dueNanos() - now <= 0) {
            target.accept(waiting.remove().delivery());
        }
        if (!waiting.isEmpty()) {
            schedule(waiting.peek().dueNanos() - now);
        }
    }

    private void schedule(long nanos) {
        long millis = Math.max(1, Duration.ofNanos(nanos).toMillis());
        context.owner().setTimer(millis, timer -> flush());
    }
}
