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
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Merges a patch into an object without changing either (protocol.md 5.3): objects recursively, arrays as a whole, null
 * deletes.
 *
 * @param merged the object after the merge
 * @param echo what really changed; a deleted key is null
 */
record StateMerge(ObjectNode merged, ObjectNode echo) {

    static StateMerge of(ObjectNode current, ObjectNode patch) {
        ObjectNode merged = current.deepCopy();
        ObjectNode echo = ShadowJson.object();
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            apply(merged, echo, entry.getKey(), entry.getValue());
        }
        return new StateMerge(merged, echo);
    }

    private static void apply(ObjectNode merged, ObjectNode echo, String key, JsonNode value) {
        JsonNode old = merged.get(key);
        if (value.isNull()) {
            if (old != null) {
                merged.remove(key);
                echo.set(key, NullNode.getInstance());
            }
        } else if (value instanceof ObjectNode patch) {
            applyObject(merged, echo, key, patch);
        } else if (!JsonTrees.same(old, value)) {
            merged.set(key, value.deepCopy());
            echo.set(key, value.deepCopy());
        }
    }

    private static void applyObject(ObjectNode merged, ObjectNode echo, String key, ObjectNode patch) {
        boolean nested = merged.get(key) instanceof ObjectNode;
        StateMerge inner = of(nested ? (ObjectNode) merged.get(key) : ShadowJson.object(), patch);
        boolean deletesOnly = inner.merged().isEmpty() && !patch.isEmpty();
        if (nested ? !inner.echo().isEmpty() : !deletesOnly) {
            merged.set(key, inner.merged());
            echo.set(key, inner.echo());
        }
    }
}
