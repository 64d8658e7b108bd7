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

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/**
 * Publishes at QoS 1 as fast as the broker takes it, with little work of its own: packets are made once, and written and
 * confirmed by the thousand.
 */
final class Publisher implements AutoCloseable, Source {

    private static final int BATCH = 1_000;
    private static final int PUBACK_BYTES = 4;
    private static final int CONNACK_BYTES = 4;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    Publisher(int port) throws IOException {
        socket = new Socket(Broker.HOST, port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        out.write(Packets.connect("publisher"));
        if (in.readNBytes(CONNACK_BYTES)[CONNACK_BYTES - 1] != 0) {
            throw new IOException("The broker refuses the publisher");
        }
    }

    /** @param arguments the port of the broker */
    public static void main(String... arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        try (Publisher publisher = new Publisher(port)) {
            SourceProcess.serve(port, publisher);
        }
    }

    /** Returns when the broker has confirmed them. */
    @Override
    public void publish(String topic, byte[] body, int messages) throws IOException {
        byte[][] batches = {Packets.publish(topic, body, 1, BATCH), Packets.publish(topic, body, 1 + BATCH, BATCH)};
        int written = 0;
        for (int confirmed = 0; confirmed < messages; confirmed += BATCH) {
            for (; written < messages && written < confirmed + 2 * BATCH; written += BATCH) {
                out.write(batches[written / BATCH % 2]);
            }
            in.skipNBytes((long) BATCH * PUBACK_BYTES);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
