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
package io.github.cameliotcloud.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a program did that was run to its end.
 *
 * @param exitCode its exit code
 * @param output   its standard output
 * @param errors   its standard error
 */
public record ProgramRun(int exitCode, String output, String errors) {

    private static final long PATIENCE_SECONDS = 60;

    /**
     * Runs a program with the environment of this process and what is added to it.
     *
     * @param environment variables to add
     * @param input       all of its standard input
     * @param command     program and arguments
     */
    public static ProgramRun of(Map<String, String> environment, String input, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".out");
        Path errors = Files.createTempFile("program", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                send(input, process);
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as("ended in time: %s", command.get(0))
                        .isTrue();
            } finally {
                process.destroyForcibly();
            }
            return new ProgramRun(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** @return the command that runs a class with the Java of this process */
    public static List<String> java(String classPath, Class<?> main, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(
                        Stream.of(java, "-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName()),
                        Stream.of(arguments))
                .toList();
    }

    /** @return the directory or jar that a class was loaded from, and nothing else */
    public static String classPathOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static void send(String input, Process process) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // a program that reads no input may have ended already
            assertThat(input).as("input of a program that reads none").isEmpty();
        }
    }
}
