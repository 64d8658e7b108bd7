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

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.shadow.ShadowService;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * The cloud API 3.0 over HTTP (protocol.md 7.1): {@code POST /}, the action in header {@code X-TC-Action}, parameters as
 * JSON. Answers with HTTP 200 also for errors. <b>The signature is not verified yet.</b>
 */
public final class CloudApi {

    private static final Logger LOG = LoggerFactory.getLogger(CloudApi.class);
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    private final Map<String, ApiAction> actions;

    public CloudApi(DeviceDirectory devices, ShadowService shadows) {
        this.actions = new ShadowActions(devices, shadows).byName();
    }

    /** Answers what no earlier route of the router does. */
    public void mount(Router router) {
        router.post("/")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES))
                .handler(this::handle)
                .failureHandler(this::fail);
        router.route().handler(CloudApi::notFound);
    }

    private static void notFound(RoutingContext context) {
        context.response().setStatusCode(404);
        answer(context, ApiEnvelope.failure(ApiError.INVALID_ACTION, "The cloud API answers to POST / only."));
    }

    private void handle(RoutingContext context) {
        try {
            String name = context.request().getHeader("X-TC-Action");
            answer(
                    context,
                    ApiEnvelope.success(action(name)
                            .execute(ApiParameters.parse(context.body().asString()))));
        } catch (ApiException e) {
            answer(context, ApiEnvelope.failure(e.error(), e.getMessage()));
        }
    }

    private ApiAction action(String name) {
        if (name == null) {
            throw new ApiException(ApiError.MISSING_PARAMETER, "The header X-TC-Action is required.");
        }
        ApiAction action = actions.get(name);
        if (action == null) {
            throw new ApiException(ApiError.INVALID_ACTION, "The requested API does not exist.");
        }
        return action;
    }

    private void fail(RoutingContext context) {
        if (context.statusCode() == 413) {
            if (context.request().version() != HttpVersion.HTTP_2) { // which has no such header
                context.response().putHeader("Connection", "close");
            }
            answer(context, ApiEnvelope.failure(ApiError.REQUEST_SIZE_LIMIT_EXCEEDED, "The body exceeds 1 MB."));
            return;
        }
        LOG.warn("A request to the cloud API failed", context.failure());
        answer(context, ApiEnvelope.failure(ApiError.INTERNAL_ERROR, "Internal error."));
    }

    private static void answer(RoutingContext context, String envelope) {
        context.response().putHeader("Content-Type", "application/json").end(envelope);
    }
}
