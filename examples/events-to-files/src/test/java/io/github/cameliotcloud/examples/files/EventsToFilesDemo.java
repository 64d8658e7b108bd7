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
package io.github.cameliotcloud.examples.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static io.github.cameliotcloud.examples.files.SimulatedSite.DEVICES;
import static io.github.cameliotcloud.examples.files.SimulatedSite.PRODUCT;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.error.Explanation;
import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** An application at the cloud sends control messages and wants changes, one of them broken; then the files are counted. */
public final class EventsToFilesDemo {

    private static final int ROUNDS = 4;

    private final Path directory;

    EventsToFilesDemo(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            System.err.println("events-to-files: the demonstration takes no arguments, leave out " + args[0]);
            System.exit(2);
        }
        Path directory = Path.of("examples/events-to-files/target/demo");
        try {
            deleteRecursively(directory);
            System.out.println(new EventsToFilesDemo(directory).run());
        } catch (Exception e) {
            System.err.println("events-to-files: " + Explanation.of(e).orElse(e.toString()));
            System.exit(1);
        }
    }

    /** @return the last line to print */
    String run() throws Exception {
        Path data = directory.resolve("data");
        // small files, so that they can be seen rolling
        Map<String, String> properties = Map.of("files.max-bytes", "150");
        try (SimulatedSite site = SimulatedSite.start(data, directory.resolve("secrets.properties"), properties)) {
            System.out.println("events-to-files: the cloud is a simulator at "
                    + site.cloud().brokerUrl() + ", files are in " + data);
            for (int round = 1; round <= ROUNDS; round++) {
                for (String device : DEVICES) {
                    send(site.cloud(), device, round);
                }
            }
            site.cloud().publishControl(PRODUCT, DEVICES.get(0), "restart, please");
            waitForTheBrokenOne(site.cloud(), data);
            return summary(site.cloud(), new StoredLines(data));
        }
    }

    private static void send(IotCloudSimulator cloud, String device, int round) {
        cloud.publishControl(PRODUCT, device, "{ \"command\": \"measure\",\n  \"number\": " + round + " }");
        waitForEvents(cloud, device, 2 * round - 1);
        cloud.setDesired(PRODUCT, device, "{\"interval\":" + 10 * round + "}");
        waitForEvents(cloud, device, 2 * round);
    }

    private static void waitForEvents(IotCloudSimulator cloud, String device, int expected) {
        await("confirmation of what was sent to " + device)
                .atMost(Duration.ofSeconds(20))
                .until(() -> cloud.received(PRODUCT, device, "event").size() >= expected);
    }

    private static void waitForTheBrokenOne(IotCloudSimulator cloud, Path data) {
        await("dead letter that is acknowledged")
                .atMost(Duration.ofSeconds(20))
                .until(() -> new StoredLines(data).lines("dead-letter").size() == 1
                        && cloud.pendingMessages(PRODUCT, DEVICES.get(0)) == 0);
    }

    private static String summary(IotCloudSimulator cloud, StoredLines stored) throws IOException {
        int files = stored.files("control").size() + stored.files("delta").size();
        long events = DEVICES.stream()
                .mapToLong(device -> cloud.received(PRODUCT, device, "event").size())
                .sum();
        return "events-to-files: " + stored.lines("control").size() + " control messages and "
                + stored.lines("delta").size() + " deltas in " + files + " files, "
                + stored.lines("dead-letter").size() + " dead letter, " + events + " events at the cloud";
    }

    private static void deleteRecursively(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
