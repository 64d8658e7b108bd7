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

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Opens and closes ports, with one acceptor per event loop so that devices spread over all of them. */
final class PortListener {

    private static final int REOPEN_ATTEMPTS = 100;
    private static final long REOPEN_PAUSE_MS = 20;

    private final Vertx vertx;
    private final int instances;
    private final AtomicInteger lastShared = new AtomicInteger();

    PortListener(Vertx vertx, int instances) {
        this.vertx = vertx;
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
    Future<Listening> open(Acceptor acceptor, String host, int port) {
        // to Vert.x a negative port is a free one, shared by all acceptors that give the same number
        int shared = port == 0 ? lastShared.decrementAndGet() : port;
        Opening opening = new Opening(acceptor, host, shared, new AtomicInteger());
        // the first one alone: when several fail to deploy, Vert.x keeps a trace of them
        return deploy(opening, 1)
                .compose(first -> instances == 1
                        ? Future.succeededFuture(List.of(first))
                        : deploy(opening, instances - 1).map(others -> List.of(first, others)))
                .map(ids -> new Listening(opening.actualPort().get(), ids));
    }

    private Future<String> deploy(Opening opening, int count) {
        return vertx.deployVerticle(() -> new ListeningVerticle(opening), new DeploymentOptions().setInstances(count));
    }

    /** Opens a port that was closed just now: the system frees it only some moments after Vert.x says so. */
    Future<Listening> reopen(Acceptor acceptor, String host, int port) {
        return reopen(acceptor, host, port, REOPEN_ATTEMPTS);
    }

    private Future<Listening> reopen(Acceptor acceptor, String host, int port, int attempts) {
        return open(acceptor, host, port)
                .recover(failure -> attempts > 1 && failure instanceof BindException
                        ? vertx.timer(REOPEN_PAUSE_MS).compose(elapsed -> reopen(acceptor, host, port, attempts - 1))
                        : Future.failedFuture(failure));
    }

    Future<Void> close(Listening listening) {
        return Future.all(
                        listening.deploymentIds().stream().map(vertx::undeploy).toList())
                .mapEmpty();
    }

    private record Opening(Acceptor acceptor, String host, int port, AtomicInteger actualPort) {}

    private static final class ListeningVerticle extends AbstractVerticle {

        private final Opening opening;

        ListeningVerticle(Opening opening) {
            this.opening = opening;
        }

        @Override
        public void start(Promise<Void> started) {
            opening.acceptor()
                    .listen(opening.host(), opening.port())
                    .onSuccess(opening.actualPort()::set)
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
