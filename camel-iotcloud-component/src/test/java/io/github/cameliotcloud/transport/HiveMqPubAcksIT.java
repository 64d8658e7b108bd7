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
package io.github.cameliotcloud.transport;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.MqttConnection;

class HiveMqPubAcksIT {

    private static final int MESSAGES = 50;
    private static final int PUBACK_BYTES = 4;
    private static final byte[] CONNACK = {0x20, 2, 0, 0};

    private final CompletableFuture<Integer> firstRead = new CompletableFuture<>();

    @Test
    void pubAcksOfMessagesThatCameTogetherLeaveTogether() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(this::acceptAndSend)) {
            MqttConnection connection = open(server);

            assertThat(firstRead.get(10, TimeUnit.SECONDS))
                    .as("bytes that one read of the server gets")
                    .isEqualTo(MESSAGES * PUBACK_BYTES);
            connection.disconnect();
        }
    }

    private void acceptAndSend(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.readByte();
        in.readFully(new byte[in.readUnsignedByte()]);
        socket.getOutputStream().write(CONNACK);
        socket.getOutputStream().write(messages());
        firstRead.complete(in.read(new byte[2 * MESSAGES * PUBACK_BYTES]));
        in.readAllBytes();
    }

    private static byte[] messages() throws IOException {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        for (byte id = 1; id <= MESSAGES; id++) {
            messages.write(new byte[] {0x32, 7, 0, 1});
            messages.write("t".getBytes(UTF_8));
            messages.write(new byte[] {0, id});
            messages.write("hi".getBytes(UTF_8));
        }
        return messages.toByteArray();
    }

    private static MqttConnection open(ScriptedServer server) throws Exception {
        ConnectRequest request = new ConnectRequest(
                server.address(),
                null,
                new Credentials("client", "user", "password"),
                true,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5));
        return Transports.named("hivemq")
                .connect(request, RecordingListener.acknowledging())
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }
}
