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
package io.github.cameliotcloud.simulator;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Speaks MQTT byte by byte, for what client libraries refuse to do. */
final class RawMqttClient implements AutoCloseable {

    /** A packet: first byte of the fixed header, and what follows the length. */
    record Packet(int header, byte[] body) {}

    private static final int READ_TIMEOUT_MS = 5000;

    private final Socket socket;
    private final DataInputStream in;

    RawMqttClient(IotCloudSimulator simulator) {
        try {
            socket = new Socket("127.0.0.1", simulator.mqttPort());
            socket.setSoTimeout(READ_TIMEOUT_MS);
            in = new DataInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects with a valid signature and returns the CONNACK. */
    Packet connect(boolean cleanSession) {
        return connect("MQTT", 4, cleanSession);
    }

    Packet connect(String protocol, int level, boolean cleanSession) {
        return connect(protocol, level, cleanSession, 60);
    }

    Packet connect(String protocol, int level, boolean cleanSession, int keepAlive) {
        send(0x10, connectBody(protocol, level, cleanSession, keepAlive));
        return read();
    }

    /** Connects as another device of the same product and secret. */
    Packet connectAs(String device, boolean cleanSession, int keepAlive) {
        String userName = TestDevice.PRODUCT + device + ";12010126;raw00;4102444800";
        send(0x10, connectBody("MQTT", 4, cleanSession, keepAlive, userName));
        return read();
    }

    /** Connects with this user name, signed. */
    Packet connectWith(String userName) {
        send(0x10, connectBody("MQTT", 4, true, 60, userName));
        return read();
    }

    /** What follows the length in a CONNECT with a valid signature. */
    static byte[] connectBody(String protocol, int level, boolean cleanSession, int keepAlive) {
        String userName = TestDevice.PRODUCT + TestDevice.DEVICE + ";12010126;raw00;4102444800";
        return connectBody(protocol, level, cleanSession, keepAlive, userName);
    }

    private static byte[] connectBody(
            String protocol, int level, boolean cleanSession, int keepAlive, String userName) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, out -> {
            out.writeUTF(protocol);
            out.writeByte(level);
            out.writeByte(0xC0 | (cleanSession ? 2 : 0));
            out.writeShort(keepAlive);
            out.writeUTF(userName.substring(0, userName.indexOf(';')));
            out.writeUTF(userName);
            out.writeUTF(TestDevice.token(userName) + ";hmacsha256");
        });
        return body.toByteArray();
    }

    void subscribe(String filter, int qos) {
        send(0x82, subscribeBody(filter, qos));
    }

    /** Subscribes and returns the SUBACK's last byte: the granted QoS or 0x80. */
    int subscribed(String filter, int qos) {
        subscribe(filter, qos);
        Packet answer = read();
        return answer.body()[answer.body().length - 1] & 0xFF;
    }

    void unsubscribe(String filter) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, out -> {
            out.writeShort(2);
            out.writeUTF(filter);
        });
        send(0xA2, body.toByteArray());
    }

    void disconnect() {
        send(0xE0, new byte[0]);
    }

    /** What follows the length in a SUBSCRIBE. */
    static byte[] subscribeBody(String filter, int qos) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, out -> {
            out.writeShort(1);
            out.writeUTF(filter);
            out.writeByte(qos);
        });
        return body.toByteArray();
    }

    void publish(int header, String topic, byte[] payload) {
        publish(header, topic, payload, 7);
    }

    void publish(int header, String topic, byte[] payload, int packetId) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, out -> {
            out.writeUTF(topic);
            if ((header & 0x06) != 0) {
                out.writeShort(packetId);
            }
            out.write(payload);
        });
        send(header, body.toByteArray());
    }

    void acknowledge(int packetId) {
        send(0x40, new byte[] {(byte) (packetId >> 8), (byte) packetId});
    }

    void ping() {
        send(0xC0, new byte[0]);
    }

    void send(int header, byte[] body) {
        sendBytes(packet(header, body));
    }

    /** The bytes of a packet. */
    static byte[] packet(int header, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        write(packet, out -> {
            out.writeByte(header);
            int rest = body.length;
            do {
                out.writeByte((rest % 128) | (rest > 127 ? 0x80 : 0));
                rest /= 128;
            } while (rest > 0);
            out.write(body);
        });
        return packet.toByteArray();
    }

    void sendBytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next packet, or null when the other side closed the connection. */
    Packet read() {
        try {
            int header = in.readUnsignedByte();
            int length = 0;
            int digit;
            int shift = 0;
            do {
                digit = in.readUnsignedByte();
                length |= (digit & 0x7F) << shift;
                shift += 7;
            } while ((digit & 0x80) != 0);
            return new Packet(header, in.readNBytes(length));
        } catch (EOFException e) {
            return null;
        } catch (IOException e) {
            if ("Connection reset".equals(e.getMessage())) {
                return null;
            }
            throw new UncheckedIOException(e);
        }
    }

    List<Packet> read(int count) {
        return IntStream.range(0, count).mapToObj(i -> read()).toList();
    }

    /** Reads messages, each acknowledged before the next is read. */
    List<Packet> readAndAcknowledge(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Packet packet = read();
                    acknowledge(packetIdOf(packet));
                    return packet;
                })
                .toList();
    }

    static String topicOf(Packet publish) {
        int length = (publish.body()[0] & 0xFF) << 8 | publish.body()[1] & 0xFF;
        return new String(publish.body(), 2, length, UTF_8);
    }

    static int packetIdOf(Packet publish) {
        int at = 2 + topicOf(publish).getBytes(UTF_8).length;
        return (publish.body()[at] & 0xFF) << 8 | publish.body()[at + 1] & 0xFF;
    }

    static String textOf(Packet publish) {
        int at = 2 + topicOf(publish).getBytes(UTF_8).length + ((publish.header() & 0x06) == 0 ? 0 : 2);
        return new String(publish.body(), at, publish.body().length - at, UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private static void write(ByteArrayOutputStream target, Writer writer) {
        try {
            writer.write(new DataOutputStream(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
