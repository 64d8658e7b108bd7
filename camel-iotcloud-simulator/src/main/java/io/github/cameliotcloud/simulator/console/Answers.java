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
package io.github.cameliotcloud.simulator.console;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Answers requests, also those that have failed. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    static void send(RoutingContext context, ObjectNode answer) {
        context.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(ConsoleJson.text(answer));
    }

    /** Says in a sentence what is wrong with the request, or that the simulator is to blame. */
    static void fail(RoutingContext context) {
        HttpServerResponse response = context.response();
        Throwable failure = context.failure();
        if (response.headWritten()) {
            LOG.warn("An answer of the console has failed", failure);
            response.reset();
        } else if (failure instanceof ConsoleException e) {
            send(context, e.status(), e.getMessage());
        } else if (failure instanceof IllegalArgumentException) {
            send(context, 400, failure.getMessage());
        } else if (failure instanceof IllegalStateException) {
            send(context, 409, failure.getMessage());
        } else if (context.statusCode() == 413) {
            if (context.request().version() != HttpVersion.HTTP_2) { // which has no such header
                response.putHeader("Connection", "close");
            }
            send(context, 413, "The request body exceeds 128 KB.");
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            send(context, context.statusCode(), "The request is malformed.");
        } else {
            LOG.warn("A request of the console has failed", failure);
            send(context, 500, "The request has failed; the log of the simulator says why.");
        }
    }

    private static void send(RoutingContext context, int status, String error) {
        context.response().setStatusCode(status);
        send(context, ConsoleJson.object().put("error", error));
    }
}
