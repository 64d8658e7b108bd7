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
package io.github.cameliotcloud.fuzz;

import java.lang.management.ManagementFactory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.LiveThreads;

/**
 * What this JVM holds while nothing is on its way.
 *
 * @param heapMib heap in use after garbage collection
 * @param threads live threads
 */
record JvmLoad(long heapMib, int threads) {

    private static final long HEAP_NOISE_MIB = 16;

    /** The JVM, Camel or the simulator may start one late. What leaks with the messages would come in thousands. */
    private static final int LATE_THREADS = 2;

    static JvmLoad measure() {
        System.gc();
        return new JvmLoad(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
                LiveThreads.names().size());
    }

    void assertNoGrowthSince(JvmLoad early) {
        assertThat(threads).as("threads").isLessThanOrEqualTo(early.threads + LATE_THREADS);
        assertThat(heapMib).as("heap in MiB").isLessThanOrEqualTo(early.heapMib + HEAP_NOISE_MIB);
    }

    String since(JvmLoad early) {
        return String.format(" threads=%+d heapMiB=%d -> %d", threads - early.threads, early.heapMib, heapMib);
    }
}
