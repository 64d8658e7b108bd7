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
import java.util.function.Function;

import io.github.cameliotcloud.session.BrokerProtocol;
import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;

/**
 * What a Mosquitto speaks on its port.
 *
 * @param protocol      how clients connect
 * @param configuration lines for mosquitto.conf behind {@code listener}; paths are relative to the files
 * @param files         makes names and contents of the files that the configuration names, for a host name or address
 */
public record MosquittoListener(
        BrokerProtocol protocol, List<String> configuration, Function<String, Map<String, String>> files) {

    /** MQTT over TCP. */
    public static MosquittoListener tcp() {
        return new MosquittoListener(BrokerProtocol.TCP, List.of(), host -> Map.of());
    }

    /** MQTT over WebSocket, which not every build has. */
    public static MosquittoListener webSocket() {
        return new MosquittoListener(BrokerProtocol.WS, List.of("protocol websockets"), host -> Map.of());
    }

    /**
     * MQTT over TLS.
     *
     * @param authority           signs the certificate of the broker, and those of clients
     * @param requiresCertificate whether clients need a certificate
     */
    public static MosquittoListener tls(CertificateAuthority authority, boolean requiresCertificate) {
        return new MosquittoListener(
                BrokerProtocol.SSL,
                List.of(
                        "cafile ca.crt",
                        "certfile server.crt",
                        "keyfile server.key",
                        "require_certificate " + requiresCertificate),
                host -> {
                    IssuedCertificate server = authority.issueServer(host);
                    return Map.of(
                            "ca.crt", authority.certificatePem(),
                            "server.crt", server.certificatePem(),
                            "server.key", server.privateKeyPem());
                });
    }

    /** @return the path of WebSockets, empty for others */
    String path() {
        return protocol.isWebSocket() ? "/mqtt" : "";
    }
}
