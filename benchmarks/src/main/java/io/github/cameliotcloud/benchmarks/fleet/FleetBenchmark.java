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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import static io.github.cameliotcloud.benchmarks.harness.Contest.RAW;
import static io.github.cameliotcloud.benchmarks.harness.Contest.US;

import io.github.cameliotcloud.benchmarks.harness.Contest;
import io.github.cameliotcloud.benchmarks.harness.Contestant;
import io.github.cameliotcloud.benchmarks.harness.Row;
import io.github.cameliotcloud.benchmarks.harness.Usage;

/**
 * What it costs to serve many devices with one route, beside bare clients of the same MQTT library. Each contestant has
 * a JVM of its own, so that threads, memory and processor time are its own too; in the timed rows they take turns.
 */
public final class FleetBenchmark {

    private static final int OTHER_FILES = 500;
    private static final int WARM_UPS = 1;
    private static final int DELTA_WARM_UPS = 3;
    private static final String NO_LIMIT = "no-limit";

    private final FleetSettings settings;

    private FleetBenchmark(FleetSettings settings) {
        this.settings = settings;
    }

    /** @param arguments see {@link FleetSettings} */
    public static void main(String... arguments) throws Exception {
        FleetSettings settings;
        try {
            settings = FleetSettings.parse(arguments);
            Usage.requireOpenFiles(settings.devices() + OTHER_FILES);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        new FleetBenchmark(settings).run();
    }

    private void run() throws Exception {
        if (settings.rows().contains("connect")) {
            connect();
        }
        if (settings.rows().contains("delta") || settings.rows().contains("idle")) {
            connected();
        }
        if (settings.rows().contains("transports")) {
            new TransportRows(settings).run();
        }
    }

    private void connect() throws Exception {
        int devices = settings.devices();
        ConnectTurn us = new ConnectTurn(Side.route(devices, ClientSettings.USUAL_RATE), devices);
        ConnectTurn unlimited = new ConnectTurn(Side.route(devices, 0), devices);
        ConnectTurn raw = new ConnectTurn(Side.bare(devices), devices);
        Map<String, List<Double>> seconds = new Contest("fleet-connect", WARM_UPS, settings.runs())
                .with(US, us)
                .with(NO_LIMIT, unlimited)
                .with(RAW, raw)
                .run()
                .results();
        print(row("fleet-connect", seconds.get(US), seconds.get(RAW)), "unit=s max-connect-rate=1000");
        print(row("fleet-connect-no-limit", seconds.get(NO_LIMIT), seconds.get(RAW)), "unit=s max-connect-rate=0");
        print(row("fleet-connect-cold", us.cold(), raw.cold()), "unit=s max-connect-rate=1000");
        print(row("fleet-connect-cold-no-limit", unlimited.cold(), raw.cold()), "unit=s max-connect-rate=0");
        print(row("fleet-threads", us.threads(), raw.threads()), "of-the-process");
        Row heap = row("fleet-heap-kb-per-device", us.heap(), raw.heap());
        print(heap, String.format(Locale.ROOT, "us-raw=%.2f", difference(heap)));
        print(row("fleet-rss-mb", us.resident(), raw.resident()), "of-the-process");
    }

    /** Both sides stay connected; a turn in one finds the other idle. */
    private void connected() throws Exception {
        Map<String, Side> sides = new LinkedHashMap<>();
        try {
            sides.put(US, Side.route(settings.devices(), ClientSettings.USUAL_RATE));
            sides.put(RAW, Side.bare(settings.devices()));
            sides.values().forEach(Side::connect);
            if (settings.rows().contains("delta")) {
                delta(sides);
            }
            if (settings.rows().contains("idle")) {
                idle(sides);
            }
        } finally {
            sides.values().forEach(Side::close);
        }
    }

    private void delta(Map<String, Side> sides) throws Exception {
        Map<String, DeltaTurn> turns = new LinkedHashMap<>();
        sides.forEach((name, side) -> turns.put(name, new DeltaTurn(side, settings.devices(), DELTA_WARM_UPS)));
        Contest contest = new Contest("fleet-delta", DELTA_WARM_UPS, settings.runs());
        turns.forEach(contest::with);
        print(contest.run(), "unit=devices/s all-delivered");
        print(row("fleet-delta-cpu", turns.get(US).cpu(), turns.get(RAW).cpu()), "unit=us/device of-the-client");
    }

    /** Both at the same time, because it is processor time of each that counts, and not how long it takes. */
    private void idle(Map<String, Side> sides) throws Exception {
        sides.values().forEach(Side::usedHeapKb); // what the turns before have left is not counted
        Map<String, List<Double>> percent = new LinkedHashMap<>();
        sides.keySet().forEach(name -> percent.put(name, new ArrayList<>()));
        for (int i = 0; i < settings.runs(); i++) {
            Map<String, Double> before = read(sides, Side::cpuSeconds);
            long begin = System.nanoTime();
            TimeUnit.SECONDS.sleep(settings.idleSeconds());
            double seconds = (System.nanoTime() - begin) / 1e9;
            read(sides, Side::cpuSeconds)
                    .forEach((name, cpu) -> percent.get(name).add((cpu - before.get(name)) / seconds * 100));
        }
        print(new Row("fleet-idle", percent), "unit=%-of-a-core seconds=" + settings.idleSeconds());
    }

    private static Map<String, Double> read(Map<String, Side> sides, Function<Side, Double> value) {
        Map<String, Double> values = new LinkedHashMap<>();
        sides.forEach((name, side) -> values.put(name, value.apply(side)));
        return values;
    }

    private static double difference(Row row) {
        return row.median(US).orElseThrow() - row.median(RAW).orElseThrow();
    }

    static Row row(String name, List<Double> us, List<Double> raw) {
        Map<String, List<Double>> results = new LinkedHashMap<>();
        results.put(US, us);
        results.put(RAW, raw);
        return new Row(name, results);
    }

    static void print(Row row, String remark) {
        System.out.println(row + " " + remark);
        System.out.println(row.spread());
    }

    /** Sends a delta to each device of a side. */
    private static final class DeltaTurn implements Contestant {

        private final Side side;
        private final int devices;
        private final int warmUps;
        private final List<Double> micros = new ArrayList<>();

        DeltaTurn(Side side, int devices, int warmUps) {
            this.side = side;
            this.devices = devices;
            this.warmUps = warmUps;
        }

        @Override
        public double run() {
            double before = side.cpuSeconds();
            double seconds = side.deltaToAll();
            micros.add((side.cpuSeconds() - before) / devices * 1e6);
            return devices / seconds;
        }

        /** Processor time for each device. */
        List<Double> cpu() {
            return micros.subList(warmUps, micros.size());
        }
    }
}
