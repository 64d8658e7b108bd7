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

import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vertx.core.Future;

/** One action of the cloud API. */
@FunctionalInterface
interface ApiAction {

    /**
     * Runs the action; must not block.
     *
     * @return the output fields, without the request ID, or an {@link ApiException}
     * @throws ApiException for every request that the action does not accept
     */
    Future<ObjectNode> execute(ApiParameters parameters);

    /** An action that has its answer at once. */
    static ApiAction immediate(Function<ApiParameters, ObjectNode> action) {
        return parameters -> Future.succeededFuture(action.apply(parameters));
    }
}
