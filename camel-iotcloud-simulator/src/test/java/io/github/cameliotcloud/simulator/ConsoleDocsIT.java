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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The script of docs/simulator-console.adoc does what the page says. */
class ConsoleDocsIT {

    private static final Path PAGE = Path.of("..", "docs", "simulator-console.adoc");
    private static final Pattern SCRIPT =
            Pattern.compile("// tag::script\\[]\n\\[source,sh]\n----\n(.*?)----\n", Pattern.DOTALL);
    private static final String PRODUCT = "DEMO000001";
    private static final String DEVICE = "demo-1";

    @TempDir
    private Path folder;

    @Test
    void scriptChangesTheDevice() throws IOException, InterruptedException {
        try (IotCloudSimulator simulator =
                IotCloudSimulator.builder().device(PRODUCT, DEVICE).start()) {
            run(script().replace("http://localhost:8080", simulator.apiUrl()));

            assertThat(simulator.shadow(PRODUCT, DEVICE).at("/state/desired/t").intValue())
                    .isEqualTo(25);
            JsonNode view = new ConsoleClient(simulator)
                    .get("/console/devices/DEMO000001/demo-1")
                    .json();
            assertThat(view.at("/faults/swallowPubAcks").booleanValue()).isTrue();
        }
    }

    private static String script() throws IOException {
        Matcher listing = SCRIPT.matcher(Files.readString(PAGE));
        assertThat(listing.find()).isTrue();
        return listing.group(1);
    }

    private void run(String script) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = start("command -v curl >/dev/null || exit 127; set -e\n" + script, output);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        if (process.exitValue() == 127) {
            System.out.println("The script of the console's page is not run: there is no curl.");
            Assumptions.abort("no curl");
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    private static Process start(String script, Path output) throws IOException {
        return new ProcessBuilder("sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
