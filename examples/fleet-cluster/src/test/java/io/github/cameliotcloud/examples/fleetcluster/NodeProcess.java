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
package io.github.cameliotcloud.examples.fleetcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node of the cluster in a JVM of its own. */
final class NodeProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final String name;
    private final NodeLog log;
    private final List<String> command = new ArrayList<>();
    private Process process;
    private boolean killed;

    /** @param settings in the place of those in application.properties */
    NodeProcess(String name, Path logFile, Map<String, String> settings) {
        this.name = name;
        this.log = new NodeLog(name, logFile);
        // small, and soon there: three of them share a machine with the cloud
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-Dnode.name=" + name, "-cp", System.getProperty("java.class.path"), WatchedNode.class.getName()));
    }

    void start() {
        killed = false;
        log.begin();
        try {
            Files.createDirectories(log.file().getParent());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("No JVM can be started for " + name, e);
        }
    }

    String name() {
        return name;
    }

    NodeLog log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it was started, and has ended although nobody has killed it. */
    boolean isBroken() {
        return process != null && !process.isAlive() && !killed;
    }

    /** SIGKILL: nobody is told, and nothing is finished. */
    void kill() {
        killed = true;
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGSTOP: its connections stay open, and it does nothing, as in a very long pause. Where there are such signals. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT: it goes on, and knows nothing of the pause. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill " + name + " of " + this.name + " has failed with " + code);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " does not end although it was killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
