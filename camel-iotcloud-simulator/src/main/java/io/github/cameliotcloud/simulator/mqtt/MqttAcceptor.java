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

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;

/** Takes connections that speak MQTT 3.1 and 3.1.1, with or without TLS. */
final class MqttAcceptor implements Acceptor {

    private static final Logger LOG = LoggerFactory.getLogger(MqttAcceptor.class);

    // the longest topic of MQTT, so that one over the cloud's limit is seen; and twice the payload, so that most are,
    // too
    private static final int ROOM_FOR_TOPIC_BYTES = 65_535 + 4;
    private static final int MAX_CLIENT_ID_CHARACTERS = 256;
    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    private final Vertx vertx;
    private final Handler<MqttEndpoint> connectHandler;
    private final MqttServerOptions options;

    MqttAcceptor(Vertx vertx, Handler<MqttEndpoint> connectHandler, Optional<TlsSettings> tls, int maxPayloadBytes) {
        this.vertx = vertx;
        this.connectHandler = connectHandler;
        this.options = new MqttServerOptions()
                .setAutoClientId(false)
                .setMaxMessageSize(2 * maxPayloadBytes + ROOM_FOR_TOPIC_BYTES)
                .setMaxClientIdLength(MAX_CLIENT_ID_CHARACTERS)
                .setTimeoutOnConnect(CONNECT_TIMEOUT_SECONDS);
        options.setTcpNoDelay(true);
        tls.ifPresent(settings -> settings.applyTo(options));
    }

    @Override
    public Future<Integer> listen(String host, int port) {
        return MqttServer.create(vertx, options)
                .endpointHandler(connectHandler)
                .exceptionHandler(e -> LOG.debug("A client was turned away", e))
                .listen(port, host)
                .map(MqttServer::actualPort);
    }
}
