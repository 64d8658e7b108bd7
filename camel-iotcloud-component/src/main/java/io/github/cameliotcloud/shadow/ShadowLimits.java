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
package io.github.cameliotcloud.shadow;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.cameliotcloud.error.InvalidMessageException;

/** The cloud's limits on a shadow document, checked before anything leaves (protocol.md sections 3.2, 5.1). */
final class ShadowLimits {

    static final int MAX_DEPTH = 5;
    private static final int MAX_DOCUMENT_BYTES = 16 * 1024;

    private ShadowLimits() {}

    /** @throws InvalidMessageException when the attributes break a rule of the cloud */
    static void check(JsonNode attributes) {
        checkChildren(attributes, 0);
    }

    /**
     * @param attributes as JSON
     * @throws InvalidMessageException when they alone are larger than the whole document may be
     */
    static void checkSize(byte[] attributes) {
        if (attributes.length > MAX_DOCUMENT_BYTES) {
            throw new InvalidMessageException(
                    "the shadow state has " + attributes.length + " bytes, but the cloud keeps at most "
                            + MAX_DOCUMENT_BYTES + " (16 KB) of a shadow: report less, or send it as an event");
        }
    }

    private static void checkChildren(JsonNode node, int level) {
        if (level > MAX_DEPTH) {
            throw new InvalidMessageException("the shadow state is nested deeper than the " + MAX_DEPTH
                    + " levels that the cloud allows: flatten it");
        }
        for (JsonNode child : node) {
            if (node.isArray() && child.isNull()) {
                throw new InvalidMessageException(
                        "the shadow state has a null in an array, which the cloud does not allow: leave the element out");
            }
            // an element lies on the level of its array, the value of a key one level below its object
            checkChildren(child, node.isObject() ? level + 1 : level);
        }
    }
}
