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

import io.github.cameliotcloud.benchmarks.harness.Contestant;
import io.github.cameliotcloud.benchmarks.harness.Usage;

/**
 * What a message costs instead of how many pass: processor time of this JVM, its garbage collector among it, in
 * microseconds. It says something when whatever sends the messages runs in other processes.
 */
final class ProcessorTime implements Contestant {

    private static final double NANOS_PER_MICRO = 1e3;

    private final Contestant contestant;
    private final int messages;

    ProcessorTime(Contestant contestant, int messages) {
        this.contestant = contestant;
        this.messages = messages;
    }

    @Override
    public double run() throws Exception {
        long begin = Usage.cpuNanos();
        contestant.run();
        return (Usage.cpuNanos() - begin) / NANOS_PER_MICRO / messages;
    }

    @Override
    public void close() throws Exception {
        contestant.close();
    }
}
