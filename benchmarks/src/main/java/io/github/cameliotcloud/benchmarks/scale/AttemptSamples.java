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
package io.github.cameliotcloud.benchmarks.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Looks at a counter many times a second, to find the second in which it grew most. */
final class AttemptSamples {

    private static final long PERIOD_MILLIS = 20;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_WINDOW = SECOND + TimeUnit.MILLISECONDS.toNanos(50);

    private final LongSupplier counter;
    private List<Sample> samples = List.of();
    private Thread sampler;

    AttemptSamples(LongSupplier counter) {
        this.counter = counter;
    }

    void begin() {
        List<Sample> fresh = new ArrayList<>(List.of(new Sample(System.nanoTime(), counter.getAsLong())));
        samples = fresh;
        sampler = new Thread(() -> sample(fresh), "attempts");
        sampler.start();
    }

    /** @return how often it grew in all, in its greatest second, and in how many milliseconds from first to last */
    String end() {
        sampler.interrupt();
        try {
            sampler.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        samples.add(new Sample(System.nanoTime(), counter.getAsLong()));
        long first = samples.get(0).count();
        long last = samples.get(samples.size() - 1).count();
        long begin = firstAfter(first);
        long end = firstAt(last);
        return (last - first) + " " + peak() + " " + TimeUnit.NANOSECONDS.toMillis(end - begin);
    }

    private void sample(List<Sample> into) {
        while (!Thread.currentThread().isInterrupted()) {
            long before = System.nanoTime();
            into.add(new Sample(before, counter.getAsLong()));
            try {
                TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * The most in any window from one sample to another that is a second long, or a little longer. Where the samples stand
     * too far apart, because the machine was busy, there is none.
     */
    private long peak() {
        long peak = 0;
        int end = 0;
        for (Sample begin : samples) {
            while (end < samples.size() - 1 && samples.get(end).nanos() - begin.nanos() < SECOND) {
                end++;
            }
            if (samples.get(end).nanos() - begin.nanos() <= LONGEST_WINDOW) {
                peak = Math.max(peak, samples.get(end).count() - begin.count());
            }
        }
        return peak;
    }

    private long firstAfter(long count) {
        return samples.stream()
                .filter(sample -> sample.count() > count)
                .findFirst()
                .orElse(samples.get(0))
                .nanos();
    }

    private long firstAt(long count) {
        return samples.stream()
                .filter(sample -> sample.count() >= count)
                .findFirst()
                .orElseThrow()
                .nanos();
    }

    private record Sample(long nanos, long count) {}
}
