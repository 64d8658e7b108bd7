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
import java.net.Socket;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket of one connection. The library says good-bye before it closes a WebSocket, and when that fails, as on a
 * connection that is broken, it leaves the socket open; so the adapter closes it itself.
 */
final class OpenedSocket {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedSocket.class);

    private volatile Socket socket;

    <S extends Socket> S opened(S now) {
        socket = now;
        return now;
    }

    /** Does nothing when it is closed already, or was never opened. */
    void close() {
        Socket last = socket;
        if (last != null) {
            try {
                last.close();
            } catch (IOException e) {
                LOG.debug("While closing a socket: {}", e.toString());
            }
        }
    }
}
