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
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.cameliotcloud.error.PublishQueueFullException;

/**
 * Sends the messages of one connection in the order they come, evenly spread: none follows another in less than
 * {@code 1/maxPublishRate} s, so no second sees more than {@code maxPublishRate + 1} (protocol.md section 3.2). No
 * message leaves in the first such interval, so a reconnect does not give more.
 */
final class PublishPacing implements Executor {

    private static final int MAX_WAITING = 10_000;

    private final SessionSettings settings;
    private final BiConsumer<Duration, Runnable> timer;
    private final Executor actor;
    private final Bucket permits;
    private final AtomicInteger waiting = new AtomicInteger();

    // touched by the actor only
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private boolean timed;

    /** @param timer runs a task later, and no more when the connection has ended */
    PublishPacing(SessionSettings settings, SessionRuntime runtime, BiConsumer<Duration, Runnable> timer) {
        this.settings = settings;
        this.timer = timer;
        this.actor = new SerialExecutor(runtime.executor());
        this.permits = Bucket.builder()
                .withCustomTimePrecision(new TimeOf(runtime.scheduler()))
                .addLimit(limit -> limit.capacity(1)
                        .refillGreedy(settings.maxPublishRate(), Duration.ofSeconds(1))
                        .initialTokens(0))
                .build();
    }

    /**
     * @param send sends one message; never throws
     * @throws PublishQueueFullException when as many as may wait do
     */
    @Override
    public void execute(Runnable send) {
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            throw new PublishQueueFullException(MAX_WAITING + " messages of device " + settings.identity()
                    + " wait already because of maxPublishRate=" + settings.maxPublishRate()
                    + ": send less, or raise maxPublishRate");
        }
        actor.execute(() -> {
            queue.add(send);
            sendWhatIsDue();
        });
    }

    private void sendWhatIsDue() {
        while (!timed && !queue.isEmpty()) {
            ConsumptionProbe permit = permits.tryConsumeAndReturnRemaining(1);
            if (permit.isConsumed()) {
                waiting.decrementAndGet();
                queue.remove().run();
            } else {
                timed = true;
                // rounded down by the library: 0 when less than a nanosecond is missing
                long nanos = Math.max(1, permit.getNanosToWaitForRefill());
                timer.accept(Duration.ofNanos(nanos), () -> actor.execute(this::timeIsOver));
            }
        }
    }

    private void timeIsOver() {
        timed = false;
        sendWhatIsDue();
    }

    private record TimeOf(Scheduler scheduler) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return scheduler.nanoTime();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
