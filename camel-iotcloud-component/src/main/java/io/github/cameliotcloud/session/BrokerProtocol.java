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
package io.github.cameliotcloud.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How MQTT reaches the cloud, and the port it has there (protocol.md section 1.2). */
public enum BrokerProtocol {
    TCP(1883, false, false),
    SSL(8883, true, false),
    WS(80, false, true),
    WSS(443, true, true);

    private final int port;
    private final boolean tls;
    private final boolean webSocket;

    BrokerProtocol(int port, boolean tls, boolean webSocket) {
        this.port = port;
        this.tls = tls;
        this.webSocket = webSocket;
    }

    /** @return the port when an address names none */
    public int port() {
        return port;
    }

    /** @return whether the connection is encrypted */
    public boolean isTls() {
        return tls;
    }

    /** @return whether MQTT travels in WebSocket frames */
    public boolean isWebSocket() {
        return webSocket;
    }

    /** @return the scheme of a URL */
    String scheme() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<BrokerProtocol> ofScheme(String scheme) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.scheme().equals(scheme))
                .findFirst();
    }
}
