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

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Times of last change, one at each leaf of a mirrored tree; an array is one leaf (protocol.md 5.1). */
final class StateMetadata {

    private final boolean flat;

    StateMetadata(ShadowRules rules) {
        this.flat = rules.has(ShadowSwitch.METADATA_PER_ATTRIBUTE);
    }

    /** Metadata that gives every leaf the same time. */
    ObjectNode stamped(ObjectNode values, long timestamp) {
        ObjectNode metadata = ShadowJson.object();
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            metadata.set(entry.getKey(), stamp(entry.getValue(), timestamp));
        }
        return metadata;
    }

    /** Metadata of the new values: kept where the value is as before, stamped where it is not. */
    ObjectNode updated(ObjectNode oldMetadata, ObjectNode oldValues, ObjectNode newValues, long timestamp) {
        ObjectNode metadata = ShadowJson.object();
        for (Map.Entry<String, JsonNode> entry : newValues.properties()) {
            String key = entry.getKey();
            JsonNode before = oldValues.get(key);
            JsonNode times = oldMetadata.get(key);
            if (times != null && JsonTrees.same(before, entry.getValue())) {
                metadata.set(key, times);
            } else if (isTree(before) && isTree(entry.getValue()) && isMirror(times)) {
                metadata.set(
                        key,
                        updated((ObjectNode) times, (ObjectNode) before, (ObjectNode) entry.getValue(), timestamp));
            } else {
                metadata.set(key, stamp(entry.getValue(), timestamp));
            }
        }
        return metadata;
    }

    /** The metadata of those keys that a delta holds. */
    static ObjectNode of(ObjectNode values, ObjectNode metadata) {
        ObjectNode part = ShadowJson.object();
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            JsonNode times = metadata.get(entry.getKey());
            boolean tree = entry.getValue() instanceof ObjectNode object && !object.isEmpty() && isMirror(times);
            part.set(entry.getKey(), tree ? of((ObjectNode) entry.getValue(), (ObjectNode) times) : times.deepCopy());
        }
        return part;
    }

    // a stored shadow may come from a run with the other shape; an attribute may be named timestamp as well
    private static boolean isMirror(JsonNode times) {
        return times instanceof ObjectNode && !times.path("timestamp").isNumber();
    }

    private JsonNode stamp(JsonNode value, long timestamp) {
        return isTree(value)
                ? stamped((ObjectNode) value, timestamp)
                : ShadowJson.object().put("timestamp", timestamp);
    }

    private boolean isTree(JsonNode value) {
        return !flat && value instanceof ObjectNode && !value.isEmpty();
    }
}
