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

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.mqtt.Packet;

class PacketLineTest {

    @Test
    void longPayloadsAreCutBetweenCharacters() {
        for (int shift = 0; shift < 4; shift++) {
            String payload = "x".repeat(shift) + "😀".repeat(100);

            String preview = preview(payload.getBytes(StandardCharsets.UTF_8));

            assertThat(preview).endsWith("😀…").hasSizeLessThan(130);
        }
    }

    @Test
    void payloadsThatAreNoTextAreShownInHex() {
        assertThat(preview(new byte[] {0, (byte) 0xff})).isEqualTo("hex 00ff");
        assertThat(preview(new byte[] {(byte) 0xc3})).isEqualTo("hex c3");
        byte[] large = new byte[16_384];
        large[0] = (byte) 0xff;
        assertThat(preview(large)).isEqualTo("hex ff" + "00".repeat(31) + "…");
    }

    @Test
    void emptyPayloadsStayEmpty() {
        assertThat(preview(new byte[0])).isEmpty();
    }

    private static String preview(byte[] payload) {
        Packet packet = new Packet("client", true, "PUBLISH", 0, new Packet.Message("topic", payload, 0, false), "");
        return PacketLine.of(packet, "name", Instant.EPOCH).path("preview").textValue();
    }
}
