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
package io.github.cameliotcloud.chaos;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Does something a number of times at a fixed rate. */
final class Beat {

    private static final long SLACK_MILLIS = 60_000;

    /** What is done. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    private Beat() {}

    /** Returns when it is done, or fails with what the action threw. */
    static void run(int times, int everyMillis, Action action) throws Exception {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch left = new CountDownLatch(times);
        try {
            var beat = thread.scheduleAtFixedRate(
                    () -> {
                        if (left.getCount() > 0) {
                            runUnchecked(action);
                            left.countDown();
                        }
                    },
                    0,
                    everyMillis,
                    TimeUnit.MILLISECONDS);
            boolean done = left.await((long) times * everyMillis + SLACK_MILLIS, TimeUnit.MILLISECONDS);
            if (beat.isDone()) {
                beat.get(); // throws what the action threw
            }
            assertThat(done).as("all %s beats", times).isTrue();
        } finally {
            thread.shutdownNow();
        }
    }

    private static void runUnchecked(Action action) {
        try {
            action.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
