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
package io.github.cameliotcloud.testinfra;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Asks whether a broker answers CONNECT. An open port does not tell: Docker opens it before the broker is up. */
final class MqttProbe {

    private static final int LIMIT_MILLIS = 2_000;
    // MQTT 3.1.1, clean session, no keep alive, client id "probe"
    private static final byte[] CONNECT = HexFormat.of().parseHex("101100044d51545404020000000570726f6265");
    private static final byte[] DISCONNECT = HexFormat.of().parseHex("e000");
    private static final int CONNACK = 0x20;

    private static final String UPGRADE =
            "GET /mqtt HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Protocol: mqtt\r\n\r\n";
    private static final String SWITCHING = "HTTP/1.1 101";

    private MqttProbe() {}

    /** @return whether it speaks WebSocket; a build without may listen for a moment before it goes */
    static boolean upgrades(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(UPGRADE.formatted(host).getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readNBytes(SWITCHING.length()), StandardCharsets.US_ASCII);
            return answer.equals(SWITCHING);
        } catch (IOException e) {
            return false;
        }
    }

    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(CONNECT);
            boolean answered = socket.getInputStream().read() == CONNACK;
            socket.getOutputStream().write(DISCONNECT);
            return answered;
        } catch (IOException e) {
            return false;
        }
    }
}
