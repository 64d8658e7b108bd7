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
     * @param echo what changed: an object, or null for a cleared section
     * @param echoMetadata the times of what changed, deleted keys included
     */
    record Change(Section after, JsonNode echo, ObjectNode echoMetadata) {}

    /** @param patch an object to merge, or null to clear */
    Change apply(JsonNode patch, long timestamp) {
        if (patch.isNull()) {
            return new Change(EMPTY, NullNode.getInstance(), StateMetadata.stamped(values, timestamp));
        }
        StateMerge merge = StateMerge.of(values, (ObjectNode) patch);
        ObjectNode newMetadata = StateMetadata.updated(metadata, values, merge.merged(), timestamp);
        return new Change(
                new Section(merge.merged(), newMetadata), merge.echo(), StateMetadata.stamped(merge.echo(), timestamp));
    }
}
