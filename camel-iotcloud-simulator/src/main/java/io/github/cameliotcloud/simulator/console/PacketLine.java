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
package io.github.cameliotcloud.simulator.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.mqtt.Packet;

/** A packet in the log of the page; of long texts only the beginning. */
final class PacketLine {

    private static final int MAX_TEXT = 256;
    private static final int MAX_PREVIEW_BYTES = 240;
    private static final int MAX_HEX_BYTES = 32;
    private static final int MAX_UTF8_TAIL = 3;

    private PacketLine() {}

    /** @param name the device's name, or the client identifier of a client that is none */
    static ObjectNode of(Packet packet, String name, Instant at) {
        ObjectNode line = ConsoleJson.object()
                .put("at", at.toEpochMilli())
                .put("client", beginning(name))
                .put("direction", packet.fromClient() ? "in" : "out")
                .put("type", packet.type())
                .put("detail", beginning(packet.detail()));
        if (packet.packetId() > 0) {
            line.put("packetId", packet.packetId());
        }
        if (packet.message() != null) {
            Packet.Message message = packet.message();
            line.put("topic", beginning(message.topic()))
                    .put("qos", message.qos())
                    .put("duplicate", message.duplicate())
                    .put("size", message.payload().length)
                    .put("preview", preview(message.payload()));
        }
        return line;
    }

    private static String beginning(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }

    private static String preview(byte[] payload) {
        boolean whole = payload.length <= MAX_PREVIEW_BYTES;
        byte[] bytes = whole ? payload : Arrays.copyOf(payload, MAX_PREVIEW_BYTES);
        // a character may have been cut in its middle
        for (int cut = 0; cut <= (whole ? 0 : MAX_UTF8_TAIL); cut++) {
            try {
                return StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut))
                        + (whole ? "" : "…");
            } catch (CharacterCodingException e) {
                // try without one more byte
            }
        }
        byte[] head = Arrays.copyOf(payload, Math.min(payload.length, MAX_HEX_BYTES));
        return "hex " + HexFormat.of().formatHex(head) + (payload.length > MAX_HEX_BYTES ? "…" : "");
    }
}
