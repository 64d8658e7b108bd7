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
package io.github.cameliotcloud.testinfra;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@code mosquitto} process of this machine, with configuration and persistence in a directory of its own. */
final class NativeMosquitto implements RunningMosquitto {

    private static final List<String> USUAL_PLACES = List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin");
    private static final String HOST = "127.0.0.1";
    private static final long STOP_SECONDS = 5;

    private final Path program;
    private final Path directory;
    private final int port;
    private Process process;

    NativeMosquitto(Path program, int port, MosquittoListener listener) throws IOException {
        this.program = program;
        this.port = port;
        this.directory = Files.createTempDirectory("mosquitto");
        for (Map.Entry<String, String> file : listener.files().apply(HOST).entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
        List<String> configuration = new ArrayList<>(List.of(
                "allow_anonymous true",
                // started as root it would become another user, who may not write here
                "user " + System.getProperty("user.name"),
                "persistence true",
                "persistence_location " + directory + "/",
                "listener " + port + " " + HOST));
        configuration.addAll(listener.configuration());
        Files.write(directory.resolve("mosquitto.conf"), configuration);
    }

    static Optional<Path> program() {
        Stream<String> path =
                Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
        return Stream.concat(path, USUAL_PLACES.stream())
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public String description() {
        return "native " + program;
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() throws IOException {
        process = new ProcessBuilder(program.toString(), "-c", "mosquitto.conf")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("mosquitto.log").toFile()))
                .start();
    }

    @Override
    public boolean hasEnded() {
        return !process.isAlive();
    }

    @Override
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void remove() throws Exception {
        stop();
        Directories.delete(directory);
    }
}
