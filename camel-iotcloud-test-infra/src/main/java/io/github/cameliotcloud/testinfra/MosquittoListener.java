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

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a Mosquitto speaks on its port.
 *
 * @param scheme        of its URL: {@code tcp}, {@code ssl} or {@code ws}
 * @param configuration lines for mosquitto.conf behind {@code listener}; paths are relative to the files
 * @param files         makes names and contents of the files that the configuration names, for a host name or address
 */
public record MosquittoListener(
        String scheme, List<String> configuration, Function<String, Map<String, String>> files) {

    /** MQTT over TCP. */
    public static MosquittoListener tcp() {
        return new MosquittoListener("tcp", List.of(), host -> Map.of());
    }

    /** MQTT over WebSocket, which not every build has. */
    public static MosquittoListener webSocket() {
        return new MosquittoListener("ws", List.of("protocol websockets"), host -> Map.of());
    }

    /**
     * MQTT over TLS.
     *
     * @param requiresCertificate whether clients need a certificate
     * @param files               makes {@code ca.crt}, {@code server.crt} and {@code server.key}, PEM texts, for a host
     */
    public static MosquittoListener tls(boolean requiresCertificate, Function<String, Map<String, String>> files) {
        return new MosquittoListener(
                "ssl",
                List.of(
                        "cafile ca.crt",
                        "certfile server.crt",
                        "keyfile server.key",
                        "require_certificate " + requiresCertificate),
                files);
    }

    /** @return where clients connect */
    String url(String host, int port) {
        return scheme + "://" + host + ":" + port + (scheme.equals("ws") ? "/mqtt" : "");
    }
}
