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

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.benchmarks.harness.Row;
import io.github.cameliotcloud.benchmarks.harness.Usage;
import io.github.cameliotcloud.benchmarks.simulator.LoadDevices;
import io.github.cameliotcloud.fleet.FleetListener;
import io.github.cameliotcloud.fleet.LiveDeviceFleet;
import io.github.cameliotcloud.fleet.Shard;

/** What it costs a node to know the names of a fleet, and to look for those of one shard. */
final class FleetList {

    private static final int TURNS = 10;

    private FleetList() {}

    static void run(int devices) {
        long before = Usage.usedHeap();
        LiveDeviceFleet fleet = new LiveDeviceFleet(IntStream.range(0, devices)
                .mapToObj(i -> new DeviceIdentity(LoadDevices.PRODUCT, LoadDevices.name(i)))
                .toList());
        double bytes = (double) (Usage.usedHeap() - before) / devices;
        double nanos = 0;
        for (int i = 0; i < TURNS; i++) { // the last one counts, those before warm up
            nanos = look(fleet, devices);
        }
        String remark = "devices=" + devices;
        ScaleBenchmark.print(new Row("scale-list", Map.of("bytes-per-device", List.of(bytes))), remark);
        ScaleBenchmark.print(new Row("scale-shard-look", Map.of("ns-per-device", List.of(nanos))), remark);
    }

    private static double look(LiveDeviceFleet fleet, int devices) {
        Counter counter = new Counter(new Shard(0, 24), new LongAdder());
        long begin = System.nanoTime();
        fleet.observe(counter).cancel();
        double nanos = (double) (System.nanoTime() - begin) / devices;
        if (counter.found().sum() == 0) {
            throw new IllegalStateException("No device was found in " + counter.shard());
        }
        return nanos;
    }

    /** Looks as an endpoint with the option {@code shard} does. */
    private record Counter(Shard shard, LongAdder found) implements FleetListener {

        @Override
        public void added(DeviceIdentity device) {
            if (shard.contains(device)) {
                found.increment();
            }
        }

        @Override
        public void removed(DeviceIdentity device) {
            // none is
        }
    }
}
