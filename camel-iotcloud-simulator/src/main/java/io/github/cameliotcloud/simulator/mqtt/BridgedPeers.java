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
package io.github.cameliotcloud.simulator.mqtt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.net.SocketAddress;

/** Who is at the far end of the connections that a WebSocket bridge makes. Thread-safe. */
final class BridgedPeers {

    // by the address from which the bridge connects to the MQTT port
    private final Map<SocketAddress, String> certifiedNames = new ConcurrentHashMap<>();

    void connected(SocketAddress bridge, String certifiedName) {
        certifiedNames.put(bridge, certifiedName);
    }

    void gone(SocketAddress bridge) {
        certifiedNames.remove(bridge);
    }

    /** The name that the peer proved by a certificate; empty when it has none or does not come over a bridge. */
    Optional<String> certifiedName(SocketAddress source) {
        return Optional.ofNullable(certifiedNames.get(source));
    }
}
