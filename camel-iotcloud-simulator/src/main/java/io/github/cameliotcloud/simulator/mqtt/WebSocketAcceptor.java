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
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
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
                .requestHandler(request -> accept(request, client))
                .connectionHandler(connection -> connection.exceptionHandler(WebSocketAcceptor::gone))
                .exceptionHandler(e -> LOG.debug("A client was turned away", e))
                .listen(port, host)
                .map(HttpServer::actualPort);
    }

    /** Turns away by a plain answer: Vert.x's own way to reject a WebSocket trips over a client that goes on sending. */
    private void accept(HttpServerRequest request, NetClient client) {
        request.exceptionHandler(WebSocketAcceptor::gone);
        if (!PATHS.contains(request.path()) || !asksForWebSocket(request)) {
            request.response().setStatusCode(NOT_FOUND).end();
        } else if (!offersMqtt(request)) {
            request.response().setStatusCode(BAD_REQUEST).end();
        } else {
            request.toWebSocket().onSuccess(webSocket -> connect(webSocket, client));
        }
    }

    private void connect(ServerWebSocket webSocket, NetClient client) {
        webSocket.exceptionHandler(WebSocketAcceptor::gone);
        webSocket.pause();
        client.connect(mqttPort).onSuccess(socket -> bridge(webSocket, socket)).onFailure(e -> webSocket.close());
    }

    /** Whoever goes away in the midst of something is no error; without a handler Vert.x logs it as one. */
    private static void gone(Throwable e) {
        LOG.debug("A connection has ended: {}", e.toString());
    }

    private static boolean asksForWebSocket(HttpServerRequest request) {
        return request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    private static boolean offersMqtt(HttpServerRequest request) {
        String offered = request.getHeader(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
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
        socket.exceptionHandler(WebSocketAcceptor::gone);
        pump(socket, webSocket);
        webSocket.pipeTo(socket);
        webSocket.resume();
    }

    /** As pipeTo does, which throws when the client goes away in the midst of a message. */
    private static void pump(NetSocket socket, ServerWebSocket webSocket) {
        socket.handler(bytes -> {
            webSocket.write(bytes);
            if (!webSocket.isClosed() && webSocket.writeQueueFull()) {
                socket.pause();
                webSocket.drainHandler(v -> socket.resume());
            }
        });
        socket.endHandler(v -> webSocket.close());
    }
}
