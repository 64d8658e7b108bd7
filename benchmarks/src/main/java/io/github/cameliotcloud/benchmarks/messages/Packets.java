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

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** MQTT packets that are made once and sent often. */
final class Packets {

    /** The bits of a packet's first byte that tell its type. */
    static final int TYPE = 0xf0;

    static final int CONNECT = 0x10;
    static final int PUBLISH = 0x30;
    static final int QOS_1 = 0x02;
    static final int PUBACK = 0x40;
    static final int SUBSCRIBE = 0x80;
    static final int UNSUBSCRIBE = 0xa0;
    static final int PINGREQ = 0xc0;

    private static final int CONNACK = 0x20;
    private static final int SUBACK = 0x90;
    private static final int UNSUBACK = 0xb0;
    private static final int PINGRESP = 0xd0;
    private static final int MQTT_3_1_1 = 4;
    private static final int CLEAN_SESSION = 2;
    private static final int CONTINUED = 0x80;

    private Packets() {}

    static byte[] connect(String clientId) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(rest);
        data.writeUTF("MQTT");
        data.write(MQTT_3_1_1);
        data.write(CLEAN_SESSION);
        data.writeShort(0); // keep alive
        data.writeUTF(clientId);
        return packet(CONNECT, rest.toByteArray());
    }

    /** The same message several times, with packet ids in a row. */
    static byte[] publish(String topic, byte[] body, int firstId, int times) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(rest);
            data.writeShort(topic.length());
            data.write(topic.getBytes(UTF_8));
            data.writeShort(firstId + i);
            data.write(body);
            all.write(packet(PUBLISH | QOS_1, rest.toByteArray()));
        }
        return all.toByteArray();
    }

    static byte[] connAck() throws IOException {
        return packet(CONNACK, (byte) 0, (byte) 0);
    }

    /** @param id the two bytes of PUBLISH */
    static byte[] pubAck(byte... id) throws IOException {
        return packet(PUBACK, id);
    }

    /** @param id the two bytes of SUBSCRIBE, then the QoS */
    static byte[] subAck(byte... id) throws IOException {
        return packet(SUBACK, id);
    }

    /** @param id the two bytes of UNSUBSCRIBE */
    static byte[] unsubAck(byte... id) throws IOException {
        return packet(UNSUBACK, id);
    }

    static byte[] pingResp() throws IOException {
        return packet(PINGRESP);
    }

    /** Reads the length of what follows. */
    static int readLength(DataInputStream in) throws IOException {
        int length = 0;
        int unit = 1;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length += digit % CONTINUED * unit;
            unit *= CONTINUED;
        } while (digit >= CONTINUED);
        return length;
    }

    private static byte[] packet(int type, byte... rest) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        int length = rest.length;
        for (; length >= CONTINUED; length /= CONTINUED) {
            packet.write(length % CONTINUED | CONTINUED);
        }
        packet.write(length);
        packet.write(rest);
        return packet.toByteArray();
    }
}
