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

import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ways to get rid of a client and its threads. None of them throws. */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    // The library waits this long every time, DISCONNECT has no answer; enough to write two bytes behind the PUBACKs.
    private static final long DISCONNECT_MILLIS = 200;

    private Shutdown() {}

    /**
     * For a connection that works: on a thread of its own, since it blocks and may be asked for on the library's
     * callback thread. Not the library's asynchronous disconnect: when DISCONNECT cannot be written that one waits for
     * ever, on a thread that nobody can end.
     */
    static void disconnect(MqttAsyncClient client, Runnable freed) {
        Runnable end = () -> {
            try {
                quietly(() -> client.disconnectForcibly(0, DISCONNECT_MILLIS));
                close(client);
            } finally {
                freed.run();
            }
        };
        Thread thread = new Thread(end, "MQTT End: " + client.getClientId());
        thread.setDaemon(true);
        thread.start();
    }

    /** For a client that has disconnected by itself. */
    static void close(MqttAsyncClient client) {
        quietly(() -> client.close(true));
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
