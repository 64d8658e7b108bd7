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
package io.github.cameliotcloud.examples.shadowtokafka;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.cameliotcloud.testinfra.KafkaService;

/** Runs the application with a simulated cloud and a Kafka of its own. */
public final class ShadowToKafkaDemo {

    private static final List<String> DEVICES = List.of("thermostat-1", "thermostat-2", "thermostat-3");

    private ShadowToKafkaDemo() {}

    public static void main(String[] arguments) {
        // logback.xml is read already, and setting it up anew would disturb the Kafka in this JVM
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        int exitCode = 0;
        try {
            if (List.of(arguments).contains("--help")) {
                System.out.println(DemoOptions.USAGE);
            } else {
                System.out.println(run(DemoOptions.parse(List.of(arguments))));
            }
        } catch (IllegalArgumentException e) {
            System.err.println("shadow-to-kafka: " + e.getMessage());
            exitCode = 2;
        } catch (Exception e) {
            System.err.println("shadow-to-kafka: " + e);
            exitCode = 1;
        }
        System.exit(exitCode);
    }

    /** @return the last line to print */
    static String run(DemoOptions options) throws Exception {
        try (KafkaService kafka = KafkaService.start();
                SimulatedCloud cloud = SimulatedCloud.start(DEVICES);
                ConfigurableApplicationContext application =
                        new ApplicationRun(cloud, kafka.bootstrapServers()).start()) {
            OtherSide otherSide = new OtherSide(cloud, new KafkaTopics(kafka.bootstrapServers()));
            int half = options.deltas() / 2;
            otherSide.change(half);
            if (options.outage() > 0) {
                System.out.println("  kafka   stopped, comes back in " + options.outage() + " s");
                kafka.stop();
                otherSide.changeWithoutKafka(Math.min(DEVICES.size(), options.deltas() - half));
                otherSide.pause(Duration.ofSeconds(options.outage()));
                kafka.restart();
                System.out.println("  kafka   is back");
            }
            otherSide.change(options.deltas() - otherSide.changes());
            otherSide.awaitArrival();
            return otherSide.summary();
        }
    }
}
