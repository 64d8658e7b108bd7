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

/** What a device still has to do: the delta of protocol.md 5.2. */
final class StateDifference {

    private StateDifference() {}

    /** The values of {@code desired} that {@code reported} lacks or has otherwise; arrays are compared as a whole. */
    static ObjectNode between(ObjectNode desired, ObjectNode reported, ShadowRules rules) {
        if (rules.has(ShadowSwitch.DELTA_WITH_EQUAL_KEYS)) {
            return desired.deepCopy();
        }
        return differing(desired, reported, !rules.has(ShadowSwitch.DELTA_WITH_WHOLE_OBJECTS));
    }

    private static ObjectNode differing(ObjectNode desired, ObjectNode reported, boolean keyByKey) {
        ObjectNode difference = ShadowJson.object();
        for (Map.Entry<String, JsonNode> entry : desired.properties()) {
            JsonNode wish = entry.getValue();
            JsonNode fact = reported.get(entry.getKey());
            if (keyByKey && wish instanceof ObjectNode wishes && fact instanceof ObjectNode facts) {
                ObjectNode inner = differing(wishes, facts, true);
                if (!inner.isEmpty()) {
                    difference.set(entry.getKey(), inner);
                }
            } else if (!JsonTrees.same(wish, fact)) {
                difference.set(entry.getKey(), wish.deepCopy());
            }
        }
        return difference;
    }
}
