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

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import javax.management.JMException;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.LiveThreads;

/**
 * What a soak looks at while nothing is on its way.
 *
 * @param heapKib    heap in use after garbage collection
 * @param objects    objects of this component's classes
 * @param threads    live threads
 * @param waiting    exchanges that waited in consumers' queues just before
 * @param unfinished exchanges in consumers' queues now
 */
record SoakSample(long heapKib, long objects, long threads, long waiting, long unfinished) {

    private static final double HEAP_NOISE = 1.1;
    private static final int THREAD_NOISE = 5;
    private static final int OBJECT_NOISE = 50;

    static SoakSample take(int waiting, Bench bench) throws JMException {
        Map<String, Integer> ours = ClassHistogram.ofOurClasses(); // collects garbage
        return new SoakSample(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024,
                ours.values().stream().mapToLong(Integer::longValue).sum(),
                LiveThreads.names().size(),
                waiting,
                bench.waitingExchanges());
    }

    /** Compares the last quarter with the second one; the first warms up. */
    static void assertNoGrowth(List<SoakSample> samples) {
        int quarter = samples.size() / 4;
        List<SoakSample> early = samples.subList(quarter, 2 * quarter);
        List<SoakSample> late = samples.subList(3 * quarter, samples.size());
        assertThat(least(late, SoakSample::heapKib)).as("heap").isLessThanOrEqualTo((long)
                (least(early, SoakSample::heapKib) * HEAP_NOISE));
        assertThat(least(late, SoakSample::objects))
                .as("objects")
                .isLessThanOrEqualTo(least(early, SoakSample::objects) + OBJECT_NOISE);
        assertThat(least(late, SoakSample::threads))
                .as("threads")
                .isLessThanOrEqualTo(least(early, SoakSample::threads) + THREAD_NOISE);
        assertThat(samples).allSatisfy(sample -> assertThat(sample.unfinished()).isZero());
    }

    private static long least(List<SoakSample> samples, ToLongFunction<SoakSample> figure) {
        return samples.stream().mapToLong(figure).min().orElseThrow();
    }

    @Override
    public String toString() {
        return "heapKib=" + heapKib + " objects=" + objects + " threads=" + threads + " waiting=" + waiting
                + " unfinished=" + unfinished;
    }
}
