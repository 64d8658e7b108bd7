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

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;

/**
 * Takes WebSocket connections, with or without TLS, and passes them on to the MQTT port (protocol.md 1.2). The MQTT
 * library's own WebSocket knows only one path, and lets a client that asks for another one wait.
 */
final class WebSocketAcceptor implements Acceptor {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketAcceptor.class);
    private static final Set<String> PATHS = Set.of("/", "/mqtt");
    private static final String SUB_PROTOCOL = "mqtt";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Vertx vertx;
    private final SocketAddress mqttPort;
    private final BridgedPeers peers;
    private final HttpServerOptions options;

    WebSocketAcceptor(Vertx vertx, SocketAddress mqttPort, BridgedPeers peers, Optional<TlsSettings> tls) {
        this.vertx = vertx;
        this.mqttPort = mqttPort;
        this.peers = peers;
        this.options = new HttpServerOptions().setWebSocketSubProtocols(List.of(SUB_PROTOCOL));
        tls.ifPresent(settings -> settings.applyTo(options));
    }

    @Override
    public Future<Integer> listen(String host, int port) {
        NetClient client = vertx.createNetClient();
        return vertx.createHttpServer(options)
                .webSocketHandler(webSocket -> accept(webSocket, client))
                .requestHandler(
                        request -> request.response().setStatusCode(NOT_FOUND).end())
                .exceptionHandler(e -> LOG.debug("A client was turned away", e))
                .listen(port, host)
                .map(HttpServer::actualPort);
    }

    private void accept(ServerWebSocket webSocket, NetClient client) {
        if (!PATHS.contains(webSocket.path())) {
            webSocket.reject(NOT_FOUND);
        } else if (!offersMqtt(webSocket)) {
            webSocket.reject(BAD_REQUEST);
        } else {
            webSocket.pause();
            client.connect(mqttPort)
                    .onSuccess(socket -> bridge(webSocket, socket))
                    .onFailure(e -> webSocket.close());
        }
    }

    private static boolean offersMqtt(ServerWebSocket webSocket) {
        String offered = webSocket.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        return offered != null && List.of(offered.split("\\s*,\\s*")).contains(SUB_PROTOCOL);
    }

    private void bridge(ServerWebSocket webSocket, NetSocket socket) {
        if (webSocket.isClosed()) {
            socket.close();
            return;
        }
        SocketAddress bridge = socket.localAddress();
        if (webSocket.isSsl()) {
            CommonName.ofPeer(webSocket.sslSession()).ifPresent(name -> peers.connected(bridge, name));
        }
        socket.closeHandler(v -> peers.gone(bridge));
        socket.pipeTo(webSocket);
        webSocket.pipeTo(socket);
        webSocket.resume();
    }
}
