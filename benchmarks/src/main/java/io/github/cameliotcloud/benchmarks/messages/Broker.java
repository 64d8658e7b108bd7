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
package io.github.cameliotcloud.benchmarks.messages;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A native Mosquitto, set up to let through as much as it can. */
final class Broker implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final int START_SECONDS = 10;
    private static final int STOP_SECONDS = 5;
    private static final int POLL_MILLIS = 20;

    private final int port;
    private final Path configuration;
    private final Process process;

    /** @param maxInFlight unacknowledged messages at a subscriber, and what MQTT 5 clients are told to keep to; 0 for all */
    Broker(int maxInFlight) throws IOException, InterruptedException {
        port = freePort();
        configuration = Files.createTempFile("mosquitto", ".conf");
        Files.write(
                configuration,
                List.of(
                        "allow_anonymous true",
                        // started as root it would become another user
                        "user " + System.getProperty("user.name"),
                        "persistence false",
                        "log_type error",
                        "set_tcp_nodelay true",
                        "max_inflight_messages " + maxInFlight,
                        "max_queued_messages 0",
                        "listener " + port + " " + HOST));
        process = new ProcessBuilder(program().toString(), "-c", configuration.toString())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        awaitListening();
    }

    int port() {
        return port;
    }

    String url() {
        return "tcp://" + HOST + ":" + port;
    }

    private void awaitListening() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("Mosquitto does not listen, see its messages above");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path program() {
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")),
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"))
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no mosquitto on the PATH: install it"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(configuration);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println(configuration + " is left: " + e.getMessage());
        }
    }
}
