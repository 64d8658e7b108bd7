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

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One sender or receiver at a {@link ReadyMadeBroker}. */
final class ReadyMadeConnection {

    private static final long LONGEST_RUN_SECONDS = 100;

    private final Socket socket;
    private final Map<String, ReadyMadeConnection> receivers;
    private final Buffer buffer;
    private final DataInputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream pubAcks = new ByteArrayOutputStream();
    private volatile ReadyMadeMessages messages;

    ReadyMadeConnection(Socket socket, Map<String, ReadyMadeConnection> receivers) throws IOException {
        this.socket = socket;
        this.receivers = receivers;
        socket.setTcpNoDelay(true);
        buffer = new Buffer(socket.getInputStream());
        in = new DataInputStream(buffer);
        out = socket.getOutputStream();
    }

    /** Answers what the client sends, to the end of the connection. */
    void read() {
        try (socket) {
            for (int type = in.read(); type >= 0; type = in.read()) {
                answer(type, in.readNBytes(Packets.readLength(in)));
            }
        } catch (IOException e) {
            // the client has gone without DISCONNECT; who waits for it sees that by the time
        }
    }

    private void answer(int type, byte... rest) throws IOException {
        switch (type & Packets.TYPE) {
            case Packets.PUBLISH -> acknowledge(type, rest);
            case Packets.PUBACK -> messages.acknowledged(buffer.isEmpty());
            case Packets.CONNECT -> out.write(Packets.connAck());
            case Packets.SUBSCRIBE -> {
                int length = (rest[2] & 0xff) << 8 | rest[3] & 0xff;
                receivers.put(new String(rest, 4, length, UTF_8), this);
                out.write(Packets.subAck(rest[0], rest[1], rest[rest.length - 1]));
            }
            case Packets.UNSUBSCRIBE -> out.write(Packets.unsubAck(rest[0], rest[1]));
            case Packets.PINGREQ -> out.write(Packets.pingResp());
            default -> {} // DISCONNECT is followed by the end, and clients send nothing else
        }
    }

    /** PUBACKs of messages that came together leave together. */
    private void acknowledge(int type, byte... publish) throws IOException {
        if ((type & Packets.QOS_1) > 0) {
            int topic = (publish[0] & 0xff) << 8 | publish[1] & 0xff;
            pubAcks.write(Packets.pubAck(publish[topic + 2], publish[topic + 3]));
        }
        if (buffer.isEmpty()) {
            pubAcks.writeTo(out);
            pubAcks.reset();
        }
    }

    /** Sends messages and waits until all are acknowledged. */
    void send(String topic, byte[] body, int number, int inFlight) throws IOException, InterruptedException {
        messages = new ReadyMadeMessages(out, Packets.publish(topic, body, 1, ReadyMadeMessages.CYCLE), number);
        messages.begin(inFlight);
        if (!messages.await(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("PUBACKs are missing");
        }
    }

    /** Tells whether there is more to read without asking the system. */
    private static final class Buffer extends BufferedInputStream {

        private static final int SIZE = 65_536;

        Buffer(InputStream in) {
            super(in, SIZE);
        }

        boolean isEmpty() {
            return pos >= count;
        }
    }
}
