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

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.cameliotcloud.simulator.signature.ApiAccount;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The cloud API 3.0 over HTTP (protocol.md 7): {@code POST /}, the action in header {@code X-TC-Action}, parameters as JSON.
 * Answers with HTTP 200 also for errors. Signatures are asked for when there is an account.
 */
public final class CloudApi {

    private static final int MAX_BODY_BYTES = 1024 * 1024;

    private final RequestGate gate;
    private final Map<String, ApiAction> actions;

    /**
     * @param accounts who may sign requests; without any, nobody has to
     * @param clock tells whether a signature has expired
     */
    public CloudApi(Vertx vertx, ApiServices services, Collection<ApiAccount> accounts, Clock clock) {
        this.gate = new RequestGate(accounts, clock);
        this.actions = Stream.of(
                        new ShadowActions(services).byName(),
                        new MessageActions(services).byName(),
                        new RrpcActions(services).byName(),
                        new DeviceActions(vertx, services).byName(),
                        new DeviceQueries(services).byName())
                .flatMap(family -> family.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Answers what no earlier route of the router does. */
    public void mount(Router router) {
        router.post("/").handler(new BodyReader(MAX_BODY_BYTES, this::handle)).failureHandler(ApiAnswers::broken);
        router.route().handler(ApiAnswers::notFound);
        // a target that is no path does not even reach the route for all paths
        router.errorHandler(400, ApiAnswers::broken);
        router.errorHandler(404, ApiAnswers::notFound);
        router.errorHandler(500, ApiAnswers::broken);
    }

    private void handle(RoutingContext context, byte[] body) {
        try {
            String name = requiredAction(context);
            gate.check(context.request(), body);
            action(name)
                    .execute(ApiParameters.parse(body))
                    .onSuccess(output -> ApiAnswers.success(context, output))
                    .onFailure(failure -> ApiAnswers.failure(context, failure));
        } catch (RuntimeException e) {
            ApiAnswers.failure(context, e);
        }
    }

    private static String requiredAction(RoutingContext context) {
        String name = context.request().getHeader("X-TC-Action");
        if (name == null) {
            throw new ApiException(ApiError.MISSING_PARAMETER, "The header X-TC-Action is required.");
        }
        return name;
    }

    private ApiAction action(String name) {
        ApiAction action = actions.get(name);
        if (action == null) {
            throw new ApiException(ApiError.INVALID_ACTION, "The requested API does not exist.");
        }
        return action;
    }
}
