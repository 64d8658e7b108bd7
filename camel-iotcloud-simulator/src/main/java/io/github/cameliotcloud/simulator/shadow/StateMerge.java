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

/**
 * Merges a patch into an object without changing either (protocol.md 5.3): objects recursively or by replacement, arrays
 * as a whole, null deletes.
 */
final class StateMerge {

    private final boolean replacesNested;

    StateMerge(ShadowRules rules) {
        this.replacesNested = rules.has(ShadowSwitch.NESTED_OBJECTS_REPLACED);
    }

    ObjectNode merge(ObjectNode current, ObjectNode patch) {
        ObjectNode merged = current.deepCopy();
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
            } else if (entry.getValue() instanceof ObjectNode nested) {
                mergeNested(merged, entry.getKey(), nested);
            } else {
                merged.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }
        return merged;
    }

    private void mergeNested(ObjectNode merged, String key, ObjectNode patch) {
        JsonNode old = merged.get(key);
        ObjectNode base = old instanceof ObjectNode object && !replacesNested ? object : ShadowJson.object();
        ObjectNode inner = merge(base, patch);
        boolean deletesOnly = inner.isEmpty() && !patch.isEmpty();
        if (old instanceof ObjectNode || !deletesOnly) {
            merged.set(key, inner);
        }
    }
}
