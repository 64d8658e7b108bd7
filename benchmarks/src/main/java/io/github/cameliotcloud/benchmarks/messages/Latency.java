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

import java.util.Arrays;
import java.util.concurrent.Callable;

import io.github.cameliotcloud.benchmarks.harness.Contestant;

/** Asks one question after the other; the median of the times to the answer in microseconds. */
final class Latency implements Contestant {

    private static final double NANOS_PER_MICRO = 1e3;

    private final int questions;
    private final Callable<?> question;
    private final AutoCloseable resource;

    /** @param resource closed at the end */
    Latency(int questions, Callable<?> question, AutoCloseable resource) {
        this.questions = questions;
        this.question = question;
        this.resource = resource;
    }

    @Override
    public double run() throws Exception {
        long[] nanos = new long[questions];
        for (int i = 0; i < questions; i++) {
            long begin = System.nanoTime();
            question.call();
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos[questions / 2] / NANOS_PER_MICRO;
    }

    @Override
    public void close() throws Exception {
        resource.close();
    }
}
