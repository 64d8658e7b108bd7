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

    private StateMetadata() {}

    /** Metadata that gives every leaf the same time. */
    static ObjectNode stamped(ObjectNode values, long timestamp) {
        ObjectNode metadata = ShadowJson.object();
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            metadata.set(entry.getKey(), stamp(entry.getValue(), timestamp));
        }
        return metadata;
    }

    /** Metadata of the new values: kept where the value is as before, stamped where it is not. */
    static ObjectNode updated(ObjectNode oldMetadata, ObjectNode oldValues, ObjectNode newValues, long timestamp) {
        ObjectNode metadata = ShadowJson.object();
        for (Map.Entry<String, JsonNode> entry : newValues.properties()) {
            String key = entry.getKey();
            JsonNode before = oldValues.get(key);
            if (JsonTrees.same(before, entry.getValue())) {
                metadata.set(key, oldMetadata.get(key));
            } else if (before instanceof ObjectNode from && !from.isEmpty() && isTree(entry.getValue())) {
                ObjectNode inner = (ObjectNode) oldMetadata.get(key);
                metadata.set(key, updated(inner, from, (ObjectNode) entry.getValue(), timestamp));
            } else {
                metadata.set(key, stamp(entry.getValue(), timestamp));
            }
        }
        return metadata;
    }

    private static JsonNode stamp(JsonNode value, long timestamp) {
        return isTree(value)
                ? stamped((ObjectNode) value, timestamp)
                : ShadowJson.object().put("timestamp", timestamp);
    }

    private static boolean isTree(JsonNode value) {
        return value.isObject() && !value.isEmpty();
    }
}
