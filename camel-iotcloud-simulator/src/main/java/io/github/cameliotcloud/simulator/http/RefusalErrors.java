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

import io.github.cameliotcloud.simulator.application.Refusal;
import io.github.cameliotcloud.simulator.application.RefusedException;

/** The error codes of refusals (protocol.md 7.5). */
final class RefusalErrors {

    private RefusalErrors() {}

    static ApiException of(RefusedException refused) {
        return of(refused.refusal());
    }

    static ApiException of(Refusal refusal) {
        return new ApiException(errorFor(refusal), refusal.meaning());
    }

    private static ApiError errorFor(Refusal refusal) {
        return switch (refusal) {
            case BROADCAST_IS_RUNNING -> ApiError.BROADCAST_TASK_IS_RUNNING;
            case DEVICE_ALREADY_EXISTS -> ApiError.DEVICE_ALREADY_EXIST;
            case DEVICE_DISABLED -> ApiError.DEVICE_ALREADY_DISABLED;
            case DEVICE_OFFLINE -> ApiError.DEVICE_OFFLINE;
            case NOT_SUBSCRIBED -> ApiError.DEVICE_NO_SUBSCRIPTION;
            case OVER_RATE -> ApiError.REQUEST_LIMIT_EXCEEDED;
            case PAYLOAD_OVER_LIMIT -> ApiError.PAYLOAD_OVER_LIMIT;
            case PRODUCT_WITHOUT_SECRETS -> ApiError.PRODUCT_NOT_SUPPORT_PSK;
            case RRPC_TIMEOUT -> ApiError.RRPC_TIMEOUT;
            case TOO_MANY_MESSAGES -> ApiError.OFFLINE_MESSAGE_EXCEED_LIMIT;
            case TOPIC_NOT_ALLOWED -> ApiError.INVALID_TOPIC_NAME;
            case UNKNOWN_PRODUCT -> ApiError.PRODUCT_NOT_EXIST;
        };
    }
}
