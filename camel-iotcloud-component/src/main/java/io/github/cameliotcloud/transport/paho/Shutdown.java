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
package io.github.cameliotcloud.transport.paho;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ways to get rid of a client and its threads, whatever state it is in. None of them throws. */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    // The library waits this long every time, DISCONNECT has no answer; enough to write two bytes behind the PUBACKs.
    private static final long DISCONNECT_MILLIS = 200;
    // Longer than the library takes to start its threads, which it does in steps of 100 ms.
    private static final long START_MILLIS = 1_000;

    private Shutdown() {}

    /**
     * For a connection that works: on a thread of its own, since it blocks and may be asked for on the library's
     * callback thread. Not the library's asynchronous disconnect: when DISCONNECT cannot be written that one waits for
     * ever, on a thread that nobody can end.
     */
    static void disconnect(MqttAsyncClient client, Runnable freed) {
        inBackground(client, () -> {
            try {
                quietly(() -> client.disconnectForcibly(0, DISCONNECT_MILLIS));
                close(client);
            } finally {
                freed.run();
            }
        });
    }

    /**
     * For a client that still connects. Its connect thread may be anywhere, even in a DNS lookup, and must find the
     * client disconnected but not closed: then it cleans up behind itself. What it had just begun to start is stopped
     * by the second call.
     */
    static void abandon(MqttAsyncClient client) {
        Runnable stop = () -> quietly(() -> client.disconnectForcibly(0, 1, false));
        inBackground(client, stop);
        Executor later = CompletableFuture.delayedExecutor(
                START_MILLIS, TimeUnit.MILLISECONDS, again -> inBackground(client, again));
        later.execute(stop);
    }

    /** For a client that has disconnected by itself. */
    static void close(MqttAsyncClient client) {
        quietly(() -> client.close(true));
    }

    private static void inBackground(MqttAsyncClient client, Runnable work) {
        Thread thread = new Thread(work, "MQTT End: " + client.getClientId());
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (MqttException | RuntimeException e) {
            LOG.debug("While shutting down a client: {}", e.toString());
        }
    }

    private interface Step {
        void run() throws MqttException;
    }
}
