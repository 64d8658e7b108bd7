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

/** What the reply to an update shows of a section: the changed keys, a deleted one as null (protocol.md 5.3). */
final class StateEcho {

    private final boolean showsUnchanged;
    private final boolean hidesDeleted;
    private final boolean nestedAsAWhole;

    StateEcho(ShadowRules rules) {
        this.showsUnchanged = rules.has(ShadowSwitch.UNCHANGED_KEYS_ECHOED);
        this.hidesDeleted = rules.has(ShadowSwitch.DELETED_KEYS_NOT_ECHOED);
        this.nestedAsAWhole = rules.has(ShadowSwitch.NESTED_OBJECTS_REPLACED);
    }

    ObjectNode of(ObjectNode before, ObjectNode patch, ObjectNode after) {
        ObjectNode echo = ShadowJson.object();
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            String key = entry.getKey();
            JsonNode value = value(before.get(key), entry.getValue(), after.get(key));
            if (value != null) {
                echo.set(key, value);
            }
        }
        return echo;
    }

    // null when there is nothing to show
    private JsonNode value(JsonNode old, JsonNode patch, JsonNode now) {
        if (patch.isNull()) {
            return hidesDeleted || (old == null && !showsUnchanged) ? null : NullNode.getInstance();
        }
        if (!nestedAsAWhole
                && old instanceof ObjectNode from
                && patch instanceof ObjectNode by
                && now instanceof ObjectNode to) {
            ObjectNode inner = of(from, by, to);
            return inner.isEmpty() ? null : inner;
        }
        return now == null || (!showsUnchanged && JsonTrees.same(old, now)) ? null : now.deepCopy();
    }
}
