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

/** Starts something each time with another device; the time until it is ready in milliseconds. */
final class RouteStart implements Contestant {

    /** Returns when the device is connected and subscribed. */
    @FunctionalInterface
    interface Start {
        AutoCloseable start(int device) throws Exception;
    }

    private static final double NANOS_PER_MILLI = 1e6;

    private final Start start;
    private int device;

    /** @param firstDevice the number of the device of the first run */
    RouteStart(int firstDevice, Start start) {
        this.device = firstDevice;
        this.start = start;
    }

    @Override
    public double run() throws Exception {
        long begin = System.nanoTime();
        AutoCloseable started = start.start(device++);
        double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        started.close();
        return millis;
    }
}
