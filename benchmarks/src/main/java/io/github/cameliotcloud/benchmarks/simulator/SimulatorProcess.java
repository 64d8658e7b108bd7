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
package io.github.cameliotcloud.benchmarks.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The simulator in a JVM of its own. */
final class SimulatorProcess implements AutoCloseable {

    private static final long BYTES_PER_KB = 1024;

    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;
    private final int port;

    SimulatorProcess(LoadSettings settings) {
        try {
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + settings.heapMb() + "m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SimulatorUnderLoad.class.getName(),
                            String.valueOf(settings.devices())))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands = process.outputWriter(UTF_8);
        answers = process.inputReader(UTF_8);
        port = Integer.parseInt(answer());
    }

    int port() {
        return port;
    }

    int connections() {
        return Integer.parseInt(ask("connections"));
    }

    /** Bytes in use after a garbage collection. */
    long usedHeap() {
        return Long.parseLong(ask("heap"));
    }

    /** Processor time that the simulator's JVM has taken since its start. */
    long cpuNanos() {
        return Long.parseLong(ask("cpu"));
    }

    void sendToAll(boolean on) {
        ask(on ? "send" : "pause");
    }

    /** Resident memory in bytes; 0 where the system does not tell. */
    long residentMemory() {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer();
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("The simulator's JVM has ended, see its messages above");
            }
            return line;
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
