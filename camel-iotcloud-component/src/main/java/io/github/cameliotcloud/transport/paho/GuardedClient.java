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
import java.util.concurrent.TimeUnit;

import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttClientPersistence;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.internal.ClientState;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;

/** The library's client for one connection, whose attempt to connect can be given up. */
final class GuardedClient extends MqttAsyncClient {

    private static final long[] WAKE_AFTER_MILLIS = {100, 1_000, 5_000};

    private final OpenedSocket socket;
    private volatile GuardedNetwork network;
    private volatile ClientState state;

    GuardedClient(String serverUri, String clientId, MqttClientPersistence persistence, OpenedSocket socket)
            throws MqttException {
        super(serverUri, clientId, persistence);
        this.socket = socket;
    }

    @Override
    protected NetworkModule[] createNetworkModules(String address, MqttConnectOptions options) throws MqttException {
        state = comms.getClientState();
        network = new GuardedNetwork(super.createNetworkModules(address, options)[0], socket);
        return new NetworkModule[] {network};
    }

    /** Ends the attempt wherever it is. The library sees a network failure, and cleans up and reports as after any. */
    void giveUp() {
        network.giveUp();
    }

    /**
     * Closes, and wakes the library's send thread afterwards: the library tells it once to stop, and when the thread is
     * just about to wait for work it misses that and waits for ever.
     */
    @Override
    public void close(boolean force) throws MqttException {
        try {
            super.close(force);
        } finally {
            ClientState started = state;
            if (started != null) {
                for (long millis : WAKE_AFTER_MILLIS) {
                    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                            .execute(started::notifyQueueLock);
                }
            }
        }
    }
}
