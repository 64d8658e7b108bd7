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
package io.github.cameliotcloud.benchmarks.simulator;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Messages per second in several runs. */
final class Rates {

    private final long[] sorted;

    private Rates(long... perSecond) {
        this.sorted = Arrays.stream(perSecond).sorted().toArray();
    }

    /** Watches a counter that goes up by itself. */
    static Rates measure(LongSupplier counter, LoadSettings settings) throws InterruptedException {
        long[] perSecond = new long[settings.runs()];
        for (int i = 0; i < perSecond.length; i++) {
            perSecond[i] = run(counter, settings.seconds());
        }
        return new Rates(perSecond);
    }

    /** The rate of one run. */
    static long run(LongSupplier counter, int seconds) throws InterruptedException {
        long count = counter.getAsLong();
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        return (counter.getAsLong() - count) * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begin);
    }

    long median() {
        return IntStream.of((sorted.length - 1) / 2, sorted.length / 2)
                        .mapToLong(i -> sorted[i])
                        .sum()
                / 2;
    }

    @Override
    public String toString() {
        return "per-second=" + median() + " runs=" + sorted.length + " least=" + sorted[0] + " most="
                + sorted[sorted.length - 1];
    }
}
