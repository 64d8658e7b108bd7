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
package io.github.cameliotcloud.simulator.http;

import java.util.List;
import java.util.function.Consumer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

/** The one HTTP port of the simulator, which several parts share. */
public final class HttpPort {

    private static final int IDLE_TIMEOUT_SECONDS = 60;

    private final Vertx vertx;
    private final List<Consumer<Router>> parts;

    /** @param parts what adds routes, in this order; the first route that fits answers */
    public HttpPort(Vertx vertx, List<Consumer<Router>> parts) {
        this.vertx = vertx;
        this.parts = List.copyOf(parts);
    }

    /** Listens, on any free port for 0; returns the port. The server ends with its Vert.x instance. */
    public Future<Integer> open(String host, int port) {
        Router router = Router.router(vertx);
        parts.forEach(part -> part.accept(router));
        HttpServerOptions options =
                new HttpServerOptions().setIdleTimeout(IDLE_TIMEOUT_SECONDS).setHandle100ContinueAutomatically(true);
        return vertx.createHttpServer(options)
                .requestHandler(router)
                .invalidRequestHandler(ApiAnswers::malformed)
                .listen(port, host)
                .map(HttpServer::actualPort);
    }
}
