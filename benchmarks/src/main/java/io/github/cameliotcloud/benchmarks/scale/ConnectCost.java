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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Connects the devices of one node, lets them rest, and disconnects them, again and again. */
final class ConnectCost implements AutoCloseable {

    /** Seconds; shorter than the cloud allows, to see many in little time. */
    static final int KEEP_ALIVE = 5;

    private static final int REST_SECONDS = 2 * KEEP_ALIVE;

    private final RegionProcess region;
    private final NodeProcess node;
    private final int devices;
    private final Map<String, List<Double>> results = new LinkedHashMap<>();

    ConnectCost(int devices, NodeTls tls) {
        this.devices = devices;
        this.region = new RegionProcess(devices);
        String brokerUrl = tls == NodeTls.NONE ? region.brokerUrl() : region.tlsBrokerUrl();
        this.node = new NodeProcess(
                new NodeSettings(0, 1, 1, devices, KEEP_ALIVE, brokerUrl, tls, region.rootCertificate()));
        region.desireOfAll();
    }

    void connect(boolean counted) {
        double heap = node.usedHeapKb();
        double cpu = node.cpuSeconds();
        Machine before = Machine.now();
        long begin = System.nanoTime();
        node.start(0);
        node.await(1);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double used = node.cpuSeconds() - cpu;
        Machine after = Machine.now();
        if (counted) {
            add("connect-cpu-ms", used / devices * 1e3);
            add("connect-s", seconds);
            add("connect-bytes", after.bytesSince(before) / devices);
            add("connect-packets", after.packetsSince(before) / devices);
            add("kernel-kb", after.kernelKbSince(before) / devices / 2); // both ends are on this machine
            add("heap-kb", (node.usedHeapKb() - heap) / devices);
            add("other-memory-mb", node.otherMemoryKb() / 1024);
        }
    }

    void rest() throws InterruptedException {
        double cpu = node.cpuSeconds();
        Machine before = Machine.now();
        TimeUnit.SECONDS.sleep(REST_SECONDS);
        Machine after = Machine.now();
        double pings = (double) devices * REST_SECONDS / KEEP_ALIVE;
        add("ping-cpu-us", (node.cpuSeconds() - cpu) / pings * 1e6);
        add("ping-bytes", after.bytesSince(before) / pings);
        add("ping-packets", after.packetsSince(before) / pings);
    }

    void disconnect() {
        node.stop();
    }

    private void add(String what, double value) {
        results.computeIfAbsent(what, w -> new ArrayList<>()).add(value);
    }

    Map<String, List<Double>> results() {
        return results;
    }

    @Override
    public void close() throws Exception {
        node.close();
        region.close();
    }
}
