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

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;

import org.awaitility.Awaitility;

/** Asks whether a Kafka answers. An open port does not tell: Docker opens it before the broker is up. */
final class KafkaProbe {

    private static final int LIMIT_MILLIS = 2_000;
    // ApiVersions 0 with correlation id 1, no client id; behind its length
    private static final byte[] API_VERSIONS = HexFormat.of().parseHex("0000000a" + "00120000" + "00000001" + "ffff");
    private static final int CORRELATION_ID = 1;

    private KafkaProbe() {}

    static void await(String host, int port) {
        Awaitility.await("Kafka at port " + port)
                .atMost(PortProbe.LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> answers(host, port));
    }

    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(API_VERSIONS);
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            answer.readInt();
            return answer.readInt() == CORRELATION_ID;
        } catch (IOException e) {
            return false;
        }
    }
}
