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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingServer;

/** A real ZooKeeper in this process. */
final class LocalZooKeeper implements AutoCloseable {

    /** Sessions last 2 to 20 ticks. */
    private static final int TICK_MILLIS = 500;

    private static final int MAX_CONNECTIONS = 60;
    private static final int FIRST_PORT = 10_000;
    private static final int LAST_PORT = 30_000;
    private static final int TRIES = 100;

    private final TestingServer server;
    private boolean stopped;

    LocalZooKeeper(Path directory) throws Exception {
        Files.createDirectories(directory); // its configuration is a file beside it
        server = new TestingServer(
                new InstanceSpec(directory.toFile(), freePort(), -1, -1, false, -1, TICK_MILLIS, MAX_CONNECTIONS),
                true);
    }

    String address() {
        return server.getConnectString();
    }

    int port() {
        return server.getPort();
    }

    /** Ends all connections and listens no more; what is stored stays. */
    void stop() throws IOException {
        stopped = true;
        server.stop();
    }

    /** Does nothing when it was not stopped. */
    void restart() throws Exception {
        if (stopped) {
            server.restart();
            stopped = false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    // not one of those that the system gives to the thousands of connections of the devices: it has to be free again at
    // a restart
    private static int freePort() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // somebody has it
            }
        }
        throw new IOException("No port from " + FIRST_PORT + " to " + LAST_PORT + " is free");
    }
}
