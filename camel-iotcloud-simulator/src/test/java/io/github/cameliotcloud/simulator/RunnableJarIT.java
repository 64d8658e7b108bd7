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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The jar that runs with {@code java -jar}. */
@Tag("packaging")
class RunnableJarIT {

    private static Path jar;

    @TempDir
    Path directory;

    @BeforeAll
    static void findJar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith("-all.jar")).toList();
            if (jars.isEmpty()) {
                System.out.println("runnable jar: skipped, it was not built");
                Assumptions.abort("no runnable jar");
            }
            jar = jars.get(0);
        }
    }

    /** What the program wrote to its two outputs. */
    private String written(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
        command.addAll(List.of(options));
        return command;
    }

    private int exitCode(List<String> command) throws Exception {
        Process process = started(command);
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void helpIsPrinted() throws Exception {
        assertThat(exitCode(java("--help"))).isZero();
        assertThat(written("out")).contains("--store FILE", "--device PRODUCT/DEVICE/SECRET");
        assertThat(written("err")).isEmpty();
    }

    @Test
    void portInUseIsOneSentenceAndExitCode2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThat(exitCode(java("--port", String.valueOf(port), "--http", "0")))
                    .isEqualTo(2);
            assertThat(written("err"))
                    .isEqualTo("The simulator cannot open MQTT port " + port
                            + " on 127.0.0.1: it is in use or not allowed.\n");
            assertThat(written("out")).isEmpty();
        }
    }

    @Test
    void badFileIsOneSentenceAndExitCode2() throws Exception {
        Path file = Files.writeString(directory.resolve("bed.yaml"), "prots: {}");

        assertThat(exitCode(java("--config", file.toString()))).isEqualTo(2);
        assertThat(written("err"))
                .isEqualTo("The configuration " + file + ", line 1: prots is unknown; did you mean ports?\n");
    }

    @Test
    void linesForMosquittoDoWhatTheySay() throws Exception {
        List<String> options = new ArrayList<>(List.of("--verbose", "--port", "0", "--http", "0", "--tls", "0"));
        options.addAll(List.of("--store", directory.resolve("bed.mv").toString()));
        options.addAll(List.of("--certificates", directory.resolve("it's here").toString()));
        options.addAll(List.of("--certificate-device", "CERT000001/gateway"));
        options.addAll(List.of("--device", "ABC1234567/dev-01/" + TestDevice.SECRET));
        Process process = started(java(options.toArray(String[]::new)));
        try {
            await().until(() -> written("out").contains("/gateway/event -m"));
            assertThat(written("err")).isEmpty();
            if (!isOnThePath("mosquitto_pub")) {
                System.out.println("lines for Mosquitto: skipped, there is no mosquitto_pub on the PATH");
                Assumptions.abort("no mosquitto_pub");
            }
            List<String> lines = written("out")
                    .lines()
                    .filter(line -> line.startsWith("  mosquitto_pub "))
                    .toList();
            assertThat(lines).hasSize(2);
            for (String line : lines) {
                Process publisher =
                        new ProcessBuilder("sh", "-c", line).inheritIO().start();
                assertThat(publisher.waitFor()).isZero();
            }
            await().untilAsserted(() -> assertThat(written("out"))
                    .contains(
                            "ABC1234567/dev-01/event {\"temperature\":20}",
                            "CERT000001/gateway/event {\"temperature\":20}"));
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void noSignatureFileIsLeftAndLicencesAreThere() throws IOException {
        try (JarFile content = new JarFile(jar.toFile())) {
            List<String> names = content.stream().map(entry -> entry.getName()).toList();

            assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"));
            assertThat(names).contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/NOTICE-camel-iotcloud");
        }
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
