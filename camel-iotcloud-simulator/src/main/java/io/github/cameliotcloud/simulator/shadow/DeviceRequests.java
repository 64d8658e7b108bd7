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
package io.github.cameliotcloud.simulator.shadow;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Applies the requests of devices and makes their answers (protocol.md 5.2 to 5.7). */
final class DeviceRequests {

    private final ShadowRules rules;
    private final ShadowReplies replies;

    DeviceRequests(ShadowRules rules, ShadowReplies replies) {
        this.rules = rules;
        this.replies = replies;
    }

    /** The answer, or nothing when the request is to be ignored. */
    Optional<ObjectNode> answer(DeviceShadow shadow, byte[] payload, long now) {
        ShadowRequest request;
        try {
            request = ShadowRequest.parse(payload);
        } catch (ShadowRejectedException e) {
            return rules.has(ShadowSwitch.INVALID_JSON_UNANSWERED)
                    ? Optional.empty()
                    : Optional.of(replies.rejected(null, e.result(), now));
        }
        try {
            return apply(shadow, request, now);
        } catch (ShadowRejectedException e) {
            return Optional.of(replies.rejected(request, e.result(), now));
        }
    }

    private Optional<ObjectNode> apply(DeviceShadow shadow, ShadowRequest request, long now) {
        if (request.type() == null) {
            throw new ShadowRejectedException(ShadowResult.KEY_MISSING);
        }
        return switch (request.type()) {
            case "get" -> Optional.of(replies.get(request, shadow.access(), now));
            case "update" -> Optional.of(update(shadow, request, now));
            case "delete" ->
                rules.has(ShadowSwitch.DEVICE_DELETE_ACCEPTED)
                        ? Optional.of(delete(shadow, request, now))
                        : unknownType();
            default -> unknownType();
        };
    }

    private Optional<ObjectNode> unknownType() {
        if (rules.has(ShadowSwitch.UNKNOWN_TYPE_REJECTED)) {
            throw new ShadowRejectedException(ShadowResult.BAD_PARAMETER);
        }
        return Optional.empty();
    }

    private ObjectNode delete(DeviceShadow shadow, ShadowRequest request, long now) {
        shadow.delete();
        return replies.deleted(request, now);
    }

    private ObjectNode update(DeviceShadow shadow, ShadowRequest request, long now) {
        StatePatch patch = StatePatch.fromDevice(request, rules);
        try {
            return replies.update(request, shadow.updateByDevice(patch, request.expectedVersion(), now), now);
        } catch (ShadowRejectedException e) {
            if (e.result() != ShadowResult.VERSION_MISMATCH) {
                throw e;
            }
            return replies.versionMismatch(request, shadow.access(), now);
        }
    }
}
