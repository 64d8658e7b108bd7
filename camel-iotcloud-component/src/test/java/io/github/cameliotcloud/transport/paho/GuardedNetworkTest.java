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
package io.github.cameliotcloud.transport.paho;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.eclipse.paho.client.mqttv3.internal.NetworkModule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuardedNetworkTest {

    private static final String MIXED_UP = "WebSocket Response header: Incorrect Sec-WebSocket-Key";

    private final OpenedSocket socket = new OpenedSocket();
    private final List<Socket> opened = new ArrayList<>();

    @Test
    void webSocketThatGotTheKeyOfAnotherStartsAgainWithANewSocket() throws Exception {
        network(MIXED_UP, MIXED_UP, null).start();

        assertThat(opened).hasSize(3);
        assertThat(opened.get(0).isClosed()).isTrue();
        assertThat(opened.get(1).isClosed()).isTrue();
        assertThat(opened.get(2).isClosed()).isFalse();
    }

    @Test
    void webSocketThatNeverGetsItsOwnKeyFails() {
        assertThatThrownBy(() -> network(MIXED_UP, MIXED_UP, MIXED_UP, null).start())
                .isInstanceOf(IOException.class)
                .hasMessage(MIXED_UP);
        assertThat(opened).hasSize(3);
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        assertThatThrownBy(() -> network("Connection refused", null).start()).hasMessage("Connection refused");
        assertThat(opened).hasSize(1);
    }

    /** @param failures of one start after the other, null for a start that succeeds */
    private GuardedNetwork network(String... failures) {
        Iterator<String> next = Arrays.asList(failures).iterator();
        return new GuardedNetwork(
                new NetworkModule() {
                    @Override
                    public void start() throws IOException {
                        opened.add(socket.opened(new Socket()));
                        String failure = next.next();
                        if (failure != null) {
                            throw new IOException(failure);
                        }
                    }

                    @Override
                    public InputStream getInputStream() {
                        return InputStream.nullInputStream();
                    }

                    @Override
                    public OutputStream getOutputStream() {
                        return OutputStream.nullOutputStream();
                    }

                    @Override
                    public void stop() {}

                    @Override
                    public String getServerURI() {
                        return "ws://localhost";
                    }
                },
                socket);
    }
}
