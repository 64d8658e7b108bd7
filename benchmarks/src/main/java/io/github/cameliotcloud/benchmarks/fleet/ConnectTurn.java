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

import java.util.ArrayList;
import java.util.List;

import io.github.cameliotcloud.benchmarks.harness.Contestant;

/** Connects all devices of a side, looks at what they cost, and disconnects them. */
final class ConnectTurn implements Contestant {

    private final Side side;
    private final int devices;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> threads = new ArrayList<>();
    private final List<Double> heap = new ArrayList<>();
    private final List<Double> resident = new ArrayList<>();

    ConnectTurn(Side side, int devices) {
        this.side = side;
        this.devices = devices;
    }

    @Override
    public double run() {
        double before = side.usedHeapKb();
        double taken = side.connect();
        seconds.add(taken);
        threads.add((double) side.threads());
        resident.add(side.residentKb() / 1024);
        heap.add((side.usedHeapKb() - before) / devices);
        side.disconnect();
        return taken;
    }

    /** Seconds of the first turn, in a JVM that has just started. */
    List<Double> cold() {
        return seconds.subList(0, 1);
    }

    List<Double> threads() {
        return warm(threads);
    }

    /** KB for each device. */
    List<Double> heap() {
        return warm(heap);
    }

    /** MB of the process. */
    List<Double> resident() {
        return warm(resident);
    }

    private static List<Double> warm(List<Double> results) {
        return results.subList(1, results.size());
    }

    @Override
    public void close() {
        side.close();
    }
}
