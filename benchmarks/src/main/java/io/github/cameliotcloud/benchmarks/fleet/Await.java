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
package io.github.cameliotcloud.benchmarks.fleet;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Waits for a counter. */
final class Await {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Await() {}

    static void atLeast(long wanted, LongSupplier counter) throws InterruptedException {
        long begin = System.nanoTime();
        while (counter.getAsLong() < wanted) {
            if (System.nanoTime() - begin > LIMIT_NANOS) {
                throw new IllegalStateException("Only " + counter.getAsLong() + " of " + wanted + " came");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
