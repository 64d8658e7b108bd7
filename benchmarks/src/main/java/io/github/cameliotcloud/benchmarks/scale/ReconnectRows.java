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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.cameliotcloud.benchmarks.harness.Row;
import io.github.cameliotcloud.benchmarks.scale.RegionProcess.Attempts;

/** A region that drops all connections of a fleet on several nodes, and comes back. */
final class ReconnectRows implements AutoCloseable {

    private static final double NANOS = 1e9;

    /** After less than 10 s a lost connection counts as a failure, and the delays double. */
    private static final int SETTLE_SECONDS = 11;

    private final ScaleSettings settings;
    private final RegionProcess region;
    private final List<NodeProcess> nodes;
    private int deltas;

    ReconnectRows(ScaleSettings settings) {
        this.settings = settings;
        this.region = new RegionProcess(settings.devices());
        this.nodes = IntStream.range(0, settings.nodes())
                .mapToObj(this::node)
                .map(NodeProcess::new)
                .toList();
    }

    private NodeSettings node(int index) {
        return new NodeSettings(
                index,
                settings.nodes(),
                settings.shards(),
                settings.devices(),
                60,
                region.brokerUrl(),
                NodeTls.NONE,
                region.rootCertificate());
    }

    /**
     * Starts all devices, and takes the region away for a second several times, and once for longer.
     *
     * @param suffix of the names of the rows
     * @param rate   of each node, 0 for no limit
     */
    void run(String suffix, int rate) throws InterruptedException {
        deltas = 1;
        region.desireOfAll();
        nodes.forEach(node -> node.start(rate));
        nodes.forEach(node -> node.await(1));
        row("scale-reconnect" + suffix, rate, 1, settings.runs());
        if (settings.outageSeconds() > 0) {
            row("scale-outage" + suffix, rate, settings.outageSeconds(), 1);
        }
        nodes.forEach(NodeProcess::stop);
    }

    private void row(String name, int rate, int outageSeconds, int runs) throws InterruptedException {
        Map<String, List<Double>> results = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            outage(outageSeconds)
                    .forEach((what, value) -> results.computeIfAbsent(what, w -> new ArrayList<>())
                            .add(value));
        }
        String remark = String.format(
                Locale.ROOT,
                "devices=%d nodes=%d rate=%d outage=%ds",
                settings.devices(),
                settings.nodes(),
                rate,
                outageSeconds);
        ScaleBenchmark.print(new Row(name, results), remark);
    }

    private Map<String, Double> outage(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        double cpu = cpuSeconds();
        long loss = System.nanoTime();
        region.goAway();
        region.desireOfAll();
        TimeUnit.SECONDS.sleep(seconds);
        long comingBack = System.nanoTime();
        region.comeBack();
        deltas++;
        nodes.forEach(node -> node.await(deltas));
        long back = System.nanoTime();
        Attempts attempts = region.attempts();
        if (region.connections() != settings.devices()) {
            throw new IllegalStateException(region.connections() + " of " + settings.devices() + " are back");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("peak", (double) attempts.peak());
        values.put("average", attempts.average());
        values.put("attempts", (double) attempts.all());
        values.put("away-s", (comingBack - loss) / NANOS);
        values.put("loss-to-back-s", (back - loss) / NANOS);
        values.put("cpu-ms-per-device", (cpuSeconds() - cpu) / settings.devices() * 1e3);
        return values;
    }

    private double cpuSeconds() {
        return nodes.stream().mapToDouble(NodeProcess::cpuSeconds).sum();
    }

    @Override
    public void close() throws Exception {
        nodes.forEach(NodeProcess::close);
        region.close();
    }
}
