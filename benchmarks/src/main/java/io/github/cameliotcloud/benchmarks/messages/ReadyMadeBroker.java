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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays a broker that costs next to nothing, so that its clients are measured and not the broker: it sends packets that
 * were made before, and forgets what it gets. It knows of MQTT 3.1.1 what clients at QoS 1 need, and nothing else.
 */
final class ReadyMadeBroker implements Source {

    private static final int BACKLOG = 50;

    private final Map<String, ReadyMadeConnection> receivers = new ConcurrentHashMap<>();
    private final int inFlight;

    private ReadyMadeBroker(int inFlight) {
        this.inFlight = inFlight;
    }

    /** @param arguments how many messages may be unacknowledged */
    public static void main(String... arguments) throws IOException {
        ReadyMadeBroker broker = new ReadyMadeBroker(Integer.parseInt(arguments[0]));
        ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getByName(Broker.HOST));
        daemon(() -> broker.accept(server));
        SourceProcess.serve(server.getLocalPort(), broker);
    }

    /** Returns when the receiver of the topic has acknowledged all. */
    @Override
    public void publish(String topic, byte[] body, int messages) throws IOException, InterruptedException {
        ReadyMadeConnection receiver = receivers.get(topic);
        if (receiver == null) {
            throw new IllegalStateException("nobody has subscribed to " + topic);
        }
        receiver.send(topic, body, messages, inFlight);
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                ReadyMadeConnection connection = new ReadyMadeConnection(server.accept(), receivers);
                daemon(connection::read);
            }
        } catch (IOException e) {
            System.err.println("The broker accepts no more connections: " + e);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }
}
