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
package io.github.cameliotcloud.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Another JVM with the same class path, that answers each line of its input with one line. It ends with its input. */
public final class ChildJvm implements AutoCloseable {

    private static final long BYTES_PER_KB = 1024;

    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    /**
     * @param javaHome   of which JDK
     * @param jvmOptions such as {@code -Xmx512m}
     * @param main       what to run
     * @param arguments  for it
     */
    public ChildJvm(Path javaHome, List<String> jvmOptions, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands = process.outputWriter(UTF_8);
        answers = process.inputReader(UTF_8);
    }

    /** @return the JDK that this JVM runs on */
    public static Path thisJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /** @return the answer to a command */
    public String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer();
    }

    /** @return the next line that the other JVM writes */
    public String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("The other JVM has ended, see its messages above");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return resident memory in bytes; 0 where the system does not tell */
    public long residentMemory() {
        return status("VmRSS:") * BYTES_PER_KB;
    }

    /** @return threads, those of the garbage collector and the compiler among them; 0 where the system does not tell */
    public long threads() {
        return status("Threads:");
    }

    private long status(String field) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the other JVM: it goes with its input. */
    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
