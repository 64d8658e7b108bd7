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

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;

/** The MQTT endpoint of the simulated cloud: one or more ports that lead to the same devices. Thread-safe. */
public final class MqttService {

    private final MqttNetwork network;
    private final DeviceChannels channels;
    private final int maxPayloadBytes;
    private final PortListener listener;
    private final ConnectHandler connectHandler;
    private final BridgedPeers peers = new BridgedPeers();
    private final Map<MqttTransport, Acceptor> acceptors = new EnumMap<>(MqttTransport.class);
    private final Map<MqttTransport, PortListener.Listening> listening = new EnumMap<>(MqttTransport.class);

    public MqttService(
            MqttNetwork network,
            DeviceChannels channels,
            ConnectRules rules,
            UplinkHandler uplink,
            RefusalListener refusals,
            PacketListener packets) {
        this.network = network;
        this.maxPayloadBytes = rules.limits().get(Limit.PAYLOAD_BYTES);
        this.channels = channels;
        this.listener = new PortListener(network.vertx(), network.eventLoops());
        this.connectHandler = new ConnectHandler(channels, rules, uplink, peers, refusals, new PacketTap(packets));
    }

    /**
     * Opens the port of a transport, 0 for any free one; returns it.
     *
     * @throws IllegalStateException for a WebSocket when the TCP port, where it leads to, is not open yet
     */
    public synchronized Future<Integer> open(MqttTransport transport, int port) {
        Acceptor acceptor = acceptor(transport);
        acceptors.put(transport, acceptor);
        return listener.open(acceptor, network.address().host(), port).map(now -> opened(transport, now));
    }

    /** Opens the port of a transport again after {@link #close}; does nothing when it is open. Returns the port. */
    public synchronized Future<Integer> reopen(MqttTransport transport, int port) {
        if (listening.containsKey(transport)) {
            return Future.succeededFuture(port);
        }
        return listener.reopen(acceptors.get(transport), network.address().host(), port)
                .map(now -> opened(transport, now));
    }

    private Acceptor acceptor(MqttTransport transport) {
        Optional<TlsSettings> tls =
                transport.secure() ? Optional.of(network.tls().get()) : Optional.empty();
        return switch (transport) {
            case TCP, TLS -> new MqttAcceptor(network.vertx(), connectHandler, tls, maxPayloadBytes);
            case WEB_SOCKET, SECURE_WEB_SOCKET -> new WebSocketAcceptor(network.vertx(), tcpPort(), peers, tls);
        };
    }

    private SocketAddress tcpPort() {
        PortListener.Listening tcp = listening.get(MqttTransport.TCP);
        if (tcp == null) {
            throw new IllegalStateException("The TCP port must be opened before a WebSocket");
        }
        return SocketAddress.inetSocketAddress(tcp.port(), network.address().reachable());
    }

    /** Whether any port is open; false after {@link #close}. */
    public synchronized boolean listens() {
        return !listening.isEmpty();
    }

    private synchronized int opened(MqttTransport transport, PortListener.Listening now) {
        listening.put(transport, now);
        return now.port();
    }

    /** Closes all ports and connections; sessions stay. */
    public synchronized Future<Void> close() {
        List<Future<Void>> closing =
                listening.values().stream().map(listener::close).toList();
        listening.clear();
        return Future.all(closing)
                .<Void>mapEmpty()
                .andThen(done -> channels.all().forEach(DeviceChannel::cut));
    }
}
