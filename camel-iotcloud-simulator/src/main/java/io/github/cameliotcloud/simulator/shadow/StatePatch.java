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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A valid {@code state} of an update: for each section nothing, null (clear) or an object (merge).
 *
 * @param reported what to do with {@code reported}
 * @param desired what to do with {@code desired}
 * @param overwrites whether an object replaces its section instead
 */
record StatePatch(Optional<JsonNode> reported, Optional<JsonNode> desired, boolean overwrites) {

    // state and the section, when they count
    private static final int OUTER_LEVELS = 2;

    /** A device writes reported, and of desired it only clears (protocol.md 5.8). */
    static StatePatch fromDevice(ShadowRequest request, ShadowRules rules) {
        boolean overwrites = request.overwrites() && !rules.has(ShadowSwitch.OVERWRITE_IGNORED);
        StatePatch patch = parse(request.body().get("state"), overwrites, rules);
        boolean writesDesired = patch.desired()
                .filter(value -> value instanceof ObjectNode object && !JsonTrees.onlyNulls(object))
                .isPresent();
        return requireLegal(patch, !writesDesired || rules.has(ShadowSwitch.DEVICE_DESIRED_ACCEPTED));
    }

    /** An application writes desired and nothing else (protocol.md 5.5, 5.8). */
    static StatePatch fromApplication(JsonNode state, ShadowRules rules) {
        StatePatch patch = parse(state, false, rules);
        boolean writesReported = patch.reported().isPresent();
        requireLegal(patch, !writesReported || rules.has(ShadowSwitch.APPLICATION_REPORTED_ACCEPTED));
        boolean writesNothing = patch.desired()
                .filter(value -> value.isObject() && value.isEmpty())
                .isPresent();
        return requireLegal(patch, !writesNothing || !rules.has(ShadowSwitch.EMPTY_DESIRED_REJECTED));
    }

    private static StatePatch parse(JsonNode state, boolean overwrites, ShadowRules rules) {
        if (state == null) {
            throw new ShadowRejectedException(ShadowResult.KEY_MISSING);
        }
        if (!state.isObject()) {
            throw new ShadowRejectedException(ShadowResult.ILLEGAL_NODE);
        }
        StatePatch patch =
                new StatePatch(section(state, "reported", rules), section(state, "desired", rules), overwrites);
        long known =
                patch.reported().stream().count() + patch.desired().stream().count();
        if (known < state.size()) {
            throw new ShadowRejectedException(ShadowResult.ILLEGAL_NODE);
        }
        if (known == 0) {
            throw new ShadowRejectedException(ShadowResult.KEY_MISSING);
        }
        return patch;
    }

    private static Optional<JsonNode> section(JsonNode state, String name, ShadowRules rules) {
        JsonNode section = state.get(name);
        if (section == null || section.isNull()) {
            return Optional.ofNullable(section);
        }
        if (!section.isObject() || JsonTrees.hasNullElement(section)) {
            throw new ShadowRejectedException(ShadowResult.ILLEGAL_NODE);
        }
        int outer = rules.has(ShadowSwitch.DEPTH_COUNTED_FROM_STATE) ? OUTER_LEVELS : 0;
        if (outer + JsonTrees.depth(section) > rules.maxDepth()) {
            throw new ShadowRejectedException(ShadowResult.TOO_DEEP);
        }
        return Optional.of(section);
    }

    private static StatePatch requireLegal(StatePatch patch, boolean legal) {
        if (!legal) {
            throw new ShadowRejectedException(ShadowResult.ILLEGAL_NODE);
        }
        return patch;
    }
}
