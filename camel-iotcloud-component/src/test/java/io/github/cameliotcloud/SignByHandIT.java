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
package io.github.cameliotcloud;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.ReceivedMessage;
import io.github.cameliotcloud.testing.Cloud;
import io.github.cameliotcloud.testing.DocsSnippet;
import io.github.cameliotcloud.testing.ProgramRun;

/** What the page on security tells to type. */
class SignByHandIT {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @BeforeAll
    static void needPrograms() {
        for (String program : List.of("bash", "mosquitto_pub")) {
            if (!isOnThePath(program)) {
                System.out.println("sign by hand: skipped, there is no " + program + " on the PATH");
                Assumptions.abort("no " + program);
            }
        }
    }

    @Test
    void mosquittoPubConnectsWithWhatSignCommandPrints() throws Exception {
        ProgramRun run = ProgramRun.of(
                Map.of(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator + System.getenv("PATH"),
                        "IOTCLOUD_JAR",
                        ProgramRun.classPathOf(SignCommand.class),
                        "HOST",
                        "127.0.0.1",
                        "PORT",
                        String.valueOf(cloud.simulator().mqttPort()),
                        "PRODUCT",
                        PRODUCT,
                        "DEVICE",
                        DEVICE),
                Cloud.SECRET + "\n",
                List.of("bash", "-e", "-c", DocsSnippet.of("security.adoc", "sign-by-hand")));

        assertThat(run).isEqualTo(new ProgramRun(0, "", ""));
        assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event"))
                .extracting(ReceivedMessage::text)
                .containsExactly("{\"alarm\":true}");
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
