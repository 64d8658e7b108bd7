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

import java.util.function.BiConsumer;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads a body up to a limit, whatever its content type says. The reader of Vert.x decodes what a form is called, and curl
 * calls all JSON one: then a percent sign or 8 KB of text end the request.
 */
final class BodyReader implements Handler<RoutingContext> {

    private final int limit;
    private final BiConsumer<RoutingContext, byte[]> next;

    /**
     * @param limit in bytes; a longer body fails with status 413
     * @param next gets the body, on the event loop
     */
    BodyReader(int limit, BiConsumer<RoutingContext, byte[]> next) {
        this.limit = limit;
        this.next = next;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (context.failed()) {
                return;
            }
            if (body.length() + chunk.length() > limit) {
                context.fail(413);
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.exceptionHandler(e -> {
            if (!context.failed()) {
                context.fail(400, e);
            }
        });
        request.endHandler(end -> {
            if (!context.failed()) {
                next.accept(context, body.getBytes());
            }
        });
    }
}
