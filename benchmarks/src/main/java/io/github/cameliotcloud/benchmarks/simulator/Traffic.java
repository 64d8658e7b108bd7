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

import java.util.concurrent.atomic.LongAdder;

/** What all devices do now, and what they did. Thread-safe. */
final class Traffic {

    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder received = new LongAdder();
    private volatile boolean publishing;

    boolean publishing() {
        return publishing;
    }

    void publish(boolean on) {
        publishing = on;
    }

    void acknowledged() {
        acknowledged.increment();
    }

    void received() {
        received.increment();
    }

    /** Messages of devices for which a PUBACK came. */
    long acknowledgedCount() {
        return acknowledged.sum();
    }

    /** Messages that came to devices. */
    long receivedCount() {
        return received.sum();
    }
}
