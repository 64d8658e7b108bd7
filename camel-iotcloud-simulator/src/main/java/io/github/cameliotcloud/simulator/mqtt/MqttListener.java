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

import java.net.BindException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;

/** Listens for MQTT 3.1 and 3.1.1 over TCP, with one acceptor per event loop so that devices spread over all of them. */
final class MqttListener {

    private static final Logger LOG = LoggerFactory.getLogger(MqttListener.class);

    // room for the longest topic, so that a topic over the cloud's limit is dropped and only a payload over it closes
    private static final int MAX_MESSAGE_BYTES = 16 * 1024 + 65_535 + 4;
    private static final int MAX_CLIENT_ID_CHARACTERS = 256;
    private static final int CONNECT_TIMEOUT_SECONDS = 10;
    private static final long REOPEN_PAUSE_MS = 20;

    private final Vertx vertx;
    private final Handler<MqttEndpoint> connectHandler;
    private final int instances;

    MqttListener(Vertx vertx, Handler<MqttEndpoint> connectHandler, int instances) {
        this.vertx = vertx;
        this.connectHandler = connectHandler;
        this.instances = instances;
    }

    /**
     * The open port.
     *
     * @param port its number
     * @param deploymentIds what closes it
     */
    record Listening(int port, List<String> deploymentIds) {}

    /** Opens the port; 0 takes any free one. */
    Future<Listening> open(String host, int port) {
        // to Vert.x a negative port is a free one that all acceptors share
        MqttServerOptions options = options(host, port == 0 ? -1 : port);
        AtomicInteger actualPort = new AtomicInteger();
        // the first one alone: when several fail to deploy, Vert.x keeps a trace of them
        return deploy(options, actualPort, 1)
                .compose(first -> instances == 1
                        ? Future.succeededFuture(List.of(first))
                        : deploy(options, actualPort, instances - 1).map(others -> List.of(first, others)))
                .map(ids -> new Listening(actualPort.get(), ids));
    }

    private Future<String> deploy(MqttServerOptions options, AtomicInteger actualPort, int count) {
        return vertx.deployVerticle(
                () -> new Acceptor(options, actualPort), new DeploymentOptions().setInstances(count));
    }

    /** Opens a port that was closed just now: the system frees it only some moments after Vert.x says so. */
    Future<Listening> reopen(String host, int port, int attempts) {
        return open(host, port)
                .recover(failure -> attempts > 1 && failure instanceof BindException
                        ? vertx.timer(REOPEN_PAUSE_MS).compose(elapsed -> reopen(host, port, attempts - 1))
                        : Future.failedFuture(failure));
    }

    Future<Void> close(Listening listening) {
        return Future.all(
                        listening.deploymentIds().stream().map(vertx::undeploy).toList())
                .mapEmpty();
    }

    private static MqttServerOptions options(String host, int port) {
        MqttServerOptions options = new MqttServerOptions()
                .setAutoClientId(false)
                .setMaxMessageSize(MAX_MESSAGE_BYTES)
                .setMaxClientIdLength(MAX_CLIENT_ID_CHARACTERS)
                .setTimeoutOnConnect(CONNECT_TIMEOUT_SECONDS)
                .setHost(host)
                .setPort(port);
        options.setTcpNoDelay(true);
        return options;
    }

    private final class Acceptor extends AbstractVerticle {

        private final MqttServerOptions options;
        private final AtomicInteger actualPort;

        Acceptor(MqttServerOptions options, AtomicInteger actualPort) {
            this.options = options;
            this.actualPort = actualPort;
        }

        @Override
        public void start(Promise<Void> started) {
            MqttServer.create(vertx, options)
                    .endpointHandler(connectHandler)
                    .exceptionHandler(e -> LOG.debug("A client was turned away", e))
                    .listen()
                    .onSuccess(server -> actualPort.set(server.actualPort()))
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
