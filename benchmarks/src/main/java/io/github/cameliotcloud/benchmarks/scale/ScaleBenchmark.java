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

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cameliotcloud.benchmarks.harness.Row;
import io.github.cameliotcloud.benchmarks.harness.Usage;

/** What the arithmetic of docs/scale.adoc stands on: a region that comes back, connects with TLS, and resting devices. */
public final class ScaleBenchmark {

    private static final int OTHER_FILES = 500;

    private final ScaleSettings settings;

    private ScaleBenchmark(ScaleSettings settings) {
        this.settings = settings;
    }

    /** @param arguments see {@link ScaleSettings} */
    public static void main(String... arguments) throws Exception {
        ScaleSettings settings;
        try {
            settings = ScaleSettings.parse(arguments);
            Usage.requireOpenFiles(Math.max(settings.devices(), settings.tlsDevices()) + OTHER_FILES);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        new ScaleBenchmark(settings).run();
    }

    private void run() throws Exception {
        if (settings.rows().contains("list")) {
            FleetList.run(settings.listDevices());
        }
        if (settings.rows().contains("tls")) {
            connectCosts();
        }
        if (settings.rows().contains("reconnect")) {
            try (ReconnectRows rows = new ReconnectRows(settings)) {
                rows.run("", settings.rate());
                rows.run("-no-limit", 0);
            }
        }
    }

    private void connectCosts() throws Exception {
        Map<String, ConnectCost> sides = new LinkedHashMap<>();
        try {
            sides.put("scale-tcp", new ConnectCost(settings.tlsDevices(), NodeTls.NONE));
            sides.put("scale-tls", new ConnectCost(settings.tlsDevices(), NodeTls.PEM));
            sides.put("scale-tls-shared", new ConnectCost(settings.tlsDevices(), NodeTls.SHARED));
            for (int run = 0; run <= settings.tlsRuns(); run++) {
                for (ConnectCost side : sides.values()) {
                    side.connect(run > 0); // the first time warms up
                    if (run == settings.tlsRuns()) {
                        side.rest();
                    }
                    side.disconnect();
                }
            }
            sides.forEach((name, side) -> print(new Row(name, side.results()), "devices=" + settings.tlsDevices()));
        } finally {
            for (ConnectCost side : sides.values()) {
                side.close();
            }
        }
    }

    static void print(Row row, String remark) {
        System.out.println(row + " " + remark);
        System.out.println(row.spread());
    }
}
