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
 * One half of a shadow, {@code reported} or {@code desired}. The trees are never changed after construction.
 *
 * @param values the attributes
 * @param metadata their times of last change
 */
record Section(ObjectNode values, ObjectNode metadata) {

    static final Section EMPTY = new Section(ShadowJson.object(), ShadowJson.object());

    /**
     * The outcome of a patch.
     *
     * @param after the section afterwards
     * @param echo what the reply shows: an object, or null for a cleared section
     * @param echoMetadata the times of what the reply shows, deleted keys included
     */
    record Change(Section after, JsonNode echo, ObjectNode echoMetadata) {}

    /** What an update leaves behind that does not name the section. */
    Change unchanged() {
        return new Change(this, ShadowJson.object(), ShadowJson.object());
    }

    /**
     * @param patch an object, or null to clear
     * @param overwrites whether the object replaces the section; else it is merged
     */
    Change apply(JsonNode patch, boolean overwrites, long timestamp, ShadowRules rules) {
        StateMetadata times = new StateMetadata(rules);
        if (patch.isNull()) {
            return new Change(EMPTY, NullNode.getInstance(), times.stamped(values, timestamp));
        }
        ObjectNode wanted = overwrites ? withDeletions((ObjectNode) patch) : (ObjectNode) patch;
        ObjectNode merged = new StateMerge(overwrites ? replacing(rules) : rules).merge(values, wanted);
        ObjectNode echo = new StateEcho(overwrites ? replacing(rules) : rules).of(values, wanted, merged);
        Section after = new Section(merged, times.updated(metadata, values, merged, timestamp));
        return new Change(after, echo, times.stamped(echo, timestamp));
    }

    // to replace a section is to delete what the patch does not name, and to replace nested objects
    private ObjectNode withDeletions(ObjectNode patch) {
        ObjectNode whole = patch.deepCopy();
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            if (!whole.has(entry.getKey())) {
                whole.putNull(entry.getKey());
            }
        }
        return whole;
    }

    private static ShadowRules replacing(ShadowRules rules) {
        return rules.with(ShadowSwitch.NESTED_OBJECTS_REPLACED);
    }
}
