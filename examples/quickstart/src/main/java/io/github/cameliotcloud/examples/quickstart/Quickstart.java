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
package io.github.cameliotcloud.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.error.Explanation;
import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** Real deltas over signed MQTT, through YAML routes, into a file; and back. */
public final class Quickstart {

    private static final Logger LOG = LoggerFactory.getLogger("quickstart");
    private static final String PRODUCT = "QUICKSTART";
    private static final List<String> DEVICES = List.of("thermostat-1", "thermostat-2", "thermostat-3");

    private final QuickstartOptions options;
    private final Path file;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    Quickstart(QuickstartOptions options, Path file) {
        this.options = options;
        this.file = file;
    }

    public static void main(String[] args) throws Exception {
        if (List.of(args).contains("--help")) {
            System.out.println(QuickstartOptions.USAGE);
            return;
        }
        QuickstartOptions options;
        try {
            options = QuickstartOptions.parse(List.of(args), System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("quickstart: " + e.getMessage());
            System.exit(2);
            return;
        }
        Quickstart quickstart = new Quickstart(options, Path.of("examples/quickstart/target/deltas.jsonl"));
        Runtime.getRuntime().addShutdownHook(new Thread(quickstart::stop, "quickstart-ctrl-c"));
        try {
            System.out.println(quickstart.run());
            System.out.flush();
        } catch (Exception e) {
            System.err.println("quickstart: " + Explanation.of(e).orElse(e.toString()));
            quickstart.stopped.countDown();
            System.exit(1);
        }
        quickstart.stopped.countDown();
    }

    /** @return the last line to print */
    String run() throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        return options.simulated() ? runWithSimulator() : runWithCloud();
    }

    private String runWithSimulator() throws Exception {
        var builder = IotCloudSimulator.builder();
        DEVICES.forEach(device -> builder.device(PRODUCT, device));
        try (IotCloudSimulator cloud = builder.start()) {
            Map<String, String> secrets = new TreeMap<>();
            DEVICES.forEach(device -> secrets.put(device, cloud.secrets().of(PRODUCT, device)));
            LOG.info("quickstart: the cloud is a simulator at {}, with {} devices", cloud.brokerUrl(), DEVICES.size());
            Main camel = camel(PRODUCT, cloud.brokerUrl(), secrets);
            try {
                camel.start();
                int reportedBack = new ThermostatApplication(cloud, PRODUCT, DEVICES)
                        .run(options.deltas(), () -> stop.getCount() > 0);
                return summary(reportedBack);
            } finally {
                camel.stop();
            }
        }
    }

    /** With a real cloud the deltas come from its console or from your application. */
    private String runWithCloud() throws Exception {
        Main camel = camel(options.product(), options.broker(), Map.of(options.device(), options.secret()));
        try {
            camel.start();
            LOG.info(
                    "quickstart: connected to {}; now change the desired state of {} there",
                    options.broker(),
                    options.device());
            boolean interrupted = false;
            while (!interrupted && delivered() < options.deltas()) {
                interrupted = stop.await(200, TimeUnit.MILLISECONDS);
            }
        } finally {
            camel.stop(); // ends what is in work, so each line in the file has been reported back
        }
        return summary(delivered());
    }

    private Main camel(String product, String brokerUrl, Map<String, String> secrets) {
        Main camel = new Main();
        camel.configure().withRoutesIncludePattern("classpath:routes/quickstart.camel.yaml");
        // the component finds this bean by its type; no secret is in a URI
        camel.bind("deviceSecrets", (SecretResolver) identity -> secrets.get(identity.device()));
        camel.addInitialProperty("camel.component.iotcloud.product", product);
        camel.addInitialProperty("camel.component.iotcloud.broker-url", brokerUrl);
        camel.addInitialProperty(
                "quickstart.directory", file.toAbsolutePath().getParent().toString());
        camel.addInitialProperty("quickstart.file", file.getFileName().toString());
        camel.addInitialProperty("quickstart.shown", file.toString());
        int number = 0;
        for (String device : secrets.keySet()) {
            if (number == 0) { // one is enough to see how it is done
                useTemplate(camel, number++, "first-look", device);
                useTemplate(camel, number++, "battery", device);
            }
            useTemplate(camel, number++, "device", device);
        }
        return camel;
    }

    private static void useTemplate(Main camel, int number, String template, String device) {
        camel.addInitialProperty("camel.routeTemplate[" + number + "].template-id", template);
        camel.addInitialProperty("camel.routeTemplate[" + number + "].device", device);
    }

    private String summary(int reportedBack) throws IOException {
        return "quickstart: " + delivered() + " deltas delivered, " + reportedBack + " reported back, written to "
                + file;
    }

    private int delivered() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    private void stop() {
        stop.countDown();
        try {
            stopped.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
