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
package io.github.cameliotcloud.benchmarks.messages;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds one sending thread back while as much is unanswered as may be. It goes on when half of that is answered: to wake
 * it for every answer would measure the waking. Made for one run.
 */
final class Window {

    private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;

    private final int size;
    private final Thread sender = Thread.currentThread();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile int wakeAt = -1;

    /** @param size how many may be unanswered */
    Window(int size) {
        this.size = size;
    }

    /** Before each message. */
    void enter() {
        if (unanswered.incrementAndGet() > size) {
            awaitAtMost(size / 2);
        }
    }

    /** Takes an answer; on any thread. */
    void answered(Throwable error) {
        if (error != null) {
            failure.compareAndSet(null, error);
        }
        if (unanswered.decrementAndGet() == wakeAt) {
            LockSupport.unpark(sender);
        }
    }

    /** Waits for all answers. */
    void awaitAll() {
        awaitAtMost(0);
        if (failure.get() != null) {
            throw new IllegalStateException("A message got no confirmation", failure.get());
        }
    }

    private void awaitAtMost(int left) {
        wakeAt = left;
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (unanswered.get() > left) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(unanswered.get() + " answers are missing");
            }
            LockSupport.parkNanos(LONGEST_WAIT_NANOS);
        }
        wakeAt = -1;
    }
}
