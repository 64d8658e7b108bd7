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
package io.github.cameliotcloud.docs.scale;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The numbers that the page calculates with, and what several of its tables calculate from them. */
final class Inputs {

    /** Small, one cell, and the two of the question. */
    static final List<Long> FLEETS = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);

    private final List<Input> all = Input.all();
    private final Map<String, Input> byName = all.stream().collect(Collectors.toMap(Input::name, Function.identity()));

    List<Input> all() {
        return all;
    }

    double of(String name) {
        Input input = byName.get(name);
        if (input == null) {
            throw new IllegalArgumentException("docs/scale-inputs.csv has no " + name);
        }
        return input.number();
    }

    /** Nodes for a fleet, the spare ones among them. */
    long nodes(long devices, double devicesPerNode) {
        long busy = up(devices / devicesPerNode);
        return busy + up(busy * of("spare-percent") / 100);
    }

    long nodes(long devices) {
        return nodes(devices, of("devices-per-node"));
    }

    long shards(long nodes) {
        return nodes * (long) of("shards-per-node");
    }

    double heapMb(long devices, String transport) {
        return devices * of("heap-kb-" + transport) / 1024;
    }

    /** What to give to -Xmx, in MB. */
    double heapLimitMb(long devices) {
        return of("heap-factor") * heapMb(devices, "tls") + of("heap-base-mb");
    }

    double processMb(long devices) {
        return heapLimitMb(devices) + of("other-memory-mb") + of("kernel-kb") * devices / 1024;
    }

    double idleProcessors(long devices) {
        return of("idle-percent") / 100 * devices / of("idle-devices");
    }

    /** Greatest second of a limited reconnect, in parts of what the limits of all nodes add up to. */
    double peak() {
        return of("peak") / (of("bench-nodes") * of("bench-rate"));
    }

    /** By what a limit of the cloud is divided, so that the greatest second stays below it too. */
    double reserve() {
        return 1 + of("reserve-percent") / 100;
    }

    /** Seconds until the last device is back, when the region is away for a moment only. */
    double secondsBack(long devices, double perSecond) {
        return devices / perSecond + of("reconnect-delay") * (1 + of("jitter-percent") / 100);
    }

    static long up(double number) {
        return (long) Math.ceil(number - 1e-9);
    }
}
