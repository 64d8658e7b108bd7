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
 */
record StatePatch(Optional<JsonNode> reported, Optional<JsonNode> desired) {

    private static final int MAX_DEPTH = 5;

    /** A device writes reported, and of desired it only clears (protocol.md 5.8). */
    static StatePatch fromDevice(JsonNode state) {
        StatePatch patch = parse(state);
        boolean writesDesired = patch.desired()
                .filter(value -> value instanceof ObjectNode object && !JsonTrees.onlyNulls(object))
                .isPresent();
        return requireLegal(patch, !writesDesired);
    }

    /** An application writes desired and nothing else. */
    static StatePatch fromApplication(JsonNode state) {
        StatePatch patch = parse(state);
        return requireLegal(patch, patch.reported().isEmpty());
    }

    private static StatePatch parse(JsonNode state) {
        if (state == null) {
            throw new ShadowRejectedException(ShadowResult.KEY_MISSING);
        }
        if (!state.isObject()) {
            throw new ShadowRejectedException(ShadowResult.ILLEGAL_NODE);
        }
        StatePatch patch = new StatePatch(section(state, "reported"), section(state, "desired"));
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

    private static Optional<JsonNode> section(JsonNode state, String name) {
        JsonNode section = state.get(name);
        if (section == null || section.isNull()) {
            return Optional.ofNullable(section);
        }
        if (!section.isObject() || JsonTrees.hasNullElement(section)) {
            throw new ShadowRejectedException(ShadowResult.ILLEGAL_NODE);
        }
        if (JsonTrees.depth(section) > MAX_DEPTH) {
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
