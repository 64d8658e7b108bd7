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

import java.util.concurrent.CompletionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.application.RefusedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Writes envelopes as answers. */
final class ApiAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ApiAnswers.class);
    private static final int PAYLOAD_TOO_LARGE = 413;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL_SERVER_ERROR = 500;

    private ApiAnswers() {}

    static void success(RoutingContext context, ObjectNode output) {
        answer(context.response(), ApiEnvelope.success(output));
    }

    /** Answers with the error of an action, HTTP status 200 (protocol.md 7.1). */
    static void failure(RoutingContext context, Throwable failure) {
        if (failure instanceof CompletionException wrapper && wrapper.getCause() != null) {
            failure(context, wrapper.getCause());
        } else if (failure instanceof ApiException refused) {
            answer(context.response(), ApiEnvelope.failure(refused.error(), refused.getMessage()));
        } else if (failure instanceof RefusedException refused) {
            failure(context, RefusalErrors.of(refused));
        } else {
            LOG.warn("A request to the cloud API failed", failure);
            answer(context.response(), ApiEnvelope.failure(ApiError.INTERNAL_ERROR, "Internal error."));
        }
    }

    static void notFound(RoutingContext context) {
        context.response().setStatusCode(NOT_FOUND);
        answer(
                context.response(),
                ApiEnvelope.failure(ApiError.INVALID_ACTION, "The cloud API answers to POST / only."));
    }

    /** Answers a request that the router gave up; its connection may hold more of the body, and so ends. */
    static void broken(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (context.request().version() != HttpVersion.HTTP_2) { // which has no such header
            context.response().putHeader("Connection", "close");
        }
        if (context.statusCode() == PAYLOAD_TOO_LARGE) {
            failure(context, new ApiException(ApiError.REQUEST_SIZE_LIMIT_EXCEEDED, "The body exceeds 1 MB."));
        } else if (context.statusCode() < INTERNAL_SERVER_ERROR) {
            failure(
                    context,
                    new ApiException(ApiError.INVALID_REQUEST, "The HTTP request is not complete or not valid."));
        } else {
            failure(context, context.failure());
        }
    }

    /** Answers bytes that are no HTTP request, and closes the connection. */
    static void malformed(HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(BAD_REQUEST);
        answer(response, ApiEnvelope.failure(ApiError.INVALID_REQUEST, "This is no HTTP request."));
        request.connection().close();
    }

    private static void answer(HttpServerResponse response, String envelope) {
        if (!response.ended() && !response.closed()) {
            response.putHeader("Content-Type", "application/json").end(envelope);
        }
    }
}
