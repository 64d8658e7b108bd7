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
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The listings of docs/simulator-cloud-api.adoc are run, or are those of tests. */
class CloudApiPageIT {

    private static final String PAGE = "simulator-cloud-api.adoc";
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"update", "publish", "create"})
    void curlGetsTheAnswerOfThePage(String listing) throws Exception {
        try (IotCloudSimulator simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .clock(new ManualClock(Instant.ofEpochMilli(1_700_000_000_123L)))
                .start()) {
            assertThat(run(simulator, listing)).isEqualTo(DocsListing.of(PAGE, listing + "-answer"));
        }
    }

    @Test
    void plainCurlIsRefusedWithAnAccount() throws Exception {
        try (IotCloudSimulator simulator = CloudApiPageExamples.withAccount()) {
            assertThat(run(simulator, "refused")).isEqualTo(DocsListing.of(PAGE, "refused-answer"));
        }
    }

    @Test
    void javaOfThePageIsCompiled() {
        assertThat(DocsListing.of(PAGE, "sdk")).isEqualTo(DocsListing.inSource(OfficialSdkClient.class, "sdk"));
        assertThat(DocsListing.of(PAGE, "account"))
                .isEqualTo(DocsListing.inSource(CloudApiPageExamples.class, "account"));
        assertThat(DocsListing.of(PAGE, "settings"))
                .isEqualTo(DocsListing.inSource(CloudApiPageExamples.class, "settings"));
        assertThat(DocsListing.of(PAGE, "java")).isEqualTo(DocsListing.inSource(CloudApiPageExamples.class, "java"));
    }

    @Test
    void javaOfThePageRuns() {
        try (IotCloudSimulator simulator = CloudApiPageExamples.withSettings();
                TestDevice device = TestDevice.connected(simulator)) {
            device.subscribe("$rrpc/rxd/ABC1234567/dev-01/+", 0);
            device.subscribe("$broadcast/rxd/ABC1234567/dev-01", 1);

            CompletableFuture<byte[]> answer = CloudApiPageExamples.inTheJvm(simulator);

            await().until(() -> device.inbox().size() == 2);
            await().until(answer::isCompletedExceptionally);
        }
    }

    // what curl prints, with the request ID of the page
    private String run(IotCloudSimulator simulator, String listing) throws IOException, InterruptedException {
        boolean curl = hasCurl();
        if (!curl) {
            System.out.println("page about the cloud API: skipped, there is no curl on the PATH");
        }
        assumeTrue(curl);
        File output = directory.resolve("output").toFile();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        DocsListing.of(PAGE, listing).replace("127.0.0.1:8080", "127.0.0.1:" + simulator.httpPort()))
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output.toPath(), UTF_8).replaceAll("\"RequestId\":\"[^\"]+\"", "\"RequestId\":\"...\"");
    }

    private static boolean hasCurl() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> new File(path, "curl").canExecute());
    }
}
