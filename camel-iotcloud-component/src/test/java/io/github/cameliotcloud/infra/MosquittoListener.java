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
package io.github.cameliotcloud.infra;

import java.util.List;
import java.util.Map;

import io.github.cameliotcloud.session.BrokerProtocol;

/**
 * What a Mosquitto speaks on its port.
 *
 * @param protocol      how clients connect
 * @param files         names and contents of the files that the configuration names
 * @param configuration lines for mosquitto.conf behind {@code listener}; paths are relative to the files
 */
public record MosquittoListener(BrokerProtocol protocol, Map<String, String> files, List<String> configuration) {

    /** MQTT over TCP. */
    public static MosquittoListener tcp() {
        return new MosquittoListener(BrokerProtocol.TCP, Map.of(), List.of());
    }

    /** MQTT over WebSocket, which not every build has. */
    public static MosquittoListener webSocket() {
        return new MosquittoListener(BrokerProtocol.WS, Map.of(), List.of("protocol websockets"));
    }

    /**
     * MQTT over TLS.
     *
     * @param caCertificate       PEM text of the CA that signed its certificate, and those of clients
     * @param certificate         PEM text of its own certificate
     * @param privateKey          PEM text of the key to that
     * @param requiresCertificate whether clients need a certificate
     */
    public static MosquittoListener tls(
            String caCertificate, String certificate, String privateKey, boolean requiresCertificate) {
        return new MosquittoListener(
                BrokerProtocol.SSL,
                Map.of("ca.crt", caCertificate, "server.crt", certificate, "server.key", privateKey),
                List.of(
                        "cafile ca.crt",
                        "certfile server.crt",
                        "keyfile server.key",
                        "require_certificate " + requiresCertificate));
    }

    /** @return the path of WebSockets, empty for others */
    String path() {
        return protocol.isWebSocket() ? "/mqtt" : "";
    }
}
