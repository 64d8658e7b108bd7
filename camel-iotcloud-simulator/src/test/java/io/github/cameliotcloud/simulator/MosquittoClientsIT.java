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
package io.github.cameliotcloud.simulator;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The listings of docs/simulator-shadow.adoc: a client that nobody here wrote, with a signature made by openssl. */
class MosquittoClientsIT {

    private static final Path PAGE = Path.of("../docs/simulator-shadow.adoc");

    private IotCloudSimulator simulator;

    @TempDir
    private Path directory;

    @BeforeAll
    static void needPrograms() {
        for (String program : List.of("bash", "openssl", "mosquitto_pub", "mosquitto_sub", "mosquitto_rr", "curl")) {
            if (!isOnThePath(program)) {
                System.out.println("mosquitto clients: skipped, there is no " + program + " on the PATH");
                Assumptions.abort("no " + program);
            }
        }
    }

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void updateOfMosquittoPubIsApplied() throws Exception {
        assertThat(started("update", listing("sign") + listing("update")).successfulOutput())
                .isEmpty();

        // QoS 1: it was applied before it was acknowledged
        assertThat(simulator.shadow(PRODUCT, DEVICE).toString())
                .startsWith("{\"version\":0,")
                .endsWith("\"state\":{\"reported\":{\"t\":27}}}");
    }

    @Test
    void getIsAnsweredToMosquittoRr() throws Exception {
        simulator.setDesired(PRODUCT, DEVICE, "{\"t\":25}");

        assertThat(started("get", listing("sign") + listing("get")).successfulOutput())
                .startsWith("{\"clientToken\":\"c-1\",\"payload\":{\"state\":{\"delta\":{\"t\":25},"
                        + "\"desired\":{\"t\":25},\"reported\":{}},")
                .endsWith(",\"type\":\"get\"}\n");
    }

    @Test
    void deltaOfTheCloudApiReachesMosquittoSub() throws Exception {
        Program subscriber = started("delta", listing("sign") + listing("delta"));
        await().until(() -> simulator.subscriptions(PRODUCT, DEVICE).contains(SHADOW_RESULT));

        assertThat(started("desired", listing("desired")).successfulOutput())
                .contains("\"Response\"", "\\\"version\\\":1")
                .doesNotContain("Error");

        assertThat(subscriber.successfulOutput())
                .startsWith("{\"payload\":{\"state\":{\"t\":25},")
                .endsWith(",\"type\":\"delta\"}\n");
    }

    @Test
    void secretOfAnotherDeviceIsRefused() throws Exception {
        String otherSecret = "SECRET=EBESExQVFhcYGRobHB0eHw==\n";

        assertThat(started("refused", otherSecret + listing("sign") + listing("update"))
                        .exitCode())
                .isNotZero();
        assertThat(simulator.connectCount(PRODUCT, DEVICE)).isZero();
    }

    private static String listing(String tag) throws IOException {
        Matcher listing = Pattern.compile(
                        "// tag::" + Pattern.quote(tag) + "\\[]\n\\[[^\n]*]\n----\n(.*?\n)----", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(listing.find()).as("listing %s", tag).isTrue();
        return listing.group(1);
    }

    private Program started(String name, String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-c", script)
                .redirectOutput(directory.resolve(name).toFile())
                .redirectError(directory.resolve(name + ".err").toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOST",
                        "127.0.0.1",
                        "PORT",
                        String.valueOf(simulator.mqttPort()),
                        "API",
                        simulator.apiUrl(),
                        "PRODUCT",
                        PRODUCT,
                        "DEVICE",
                        DEVICE,
                        "SECRET",
                        SECRET));
        return new Program(builder.start(), directory.resolve(name), directory.resolve(name + ".err"));
    }

    private record Program(Process process, Path output, Path errors) {

        int exitCode() throws InterruptedException {
            try {
                assertThat(process.waitFor(30, TimeUnit.SECONDS))
                        .as("ended in time")
                        .isTrue();
                return process.exitValue();
            } finally {
                process.destroyForcibly();
            }
        }

        String successfulOutput() throws IOException, InterruptedException {
            assertThat(exitCode()).as("%s", Files.readString(errors)).isZero();
            return Files.readString(output);
        }
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
