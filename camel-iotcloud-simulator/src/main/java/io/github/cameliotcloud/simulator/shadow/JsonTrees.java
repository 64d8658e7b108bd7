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
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Questions about JSON values, as the shadow service sees them. */
final class JsonTrees {

    private JsonTrees() {}

    /** Whether two values are the same; numbers by value, so 25 is 25.0. */
    static boolean same(JsonNode left, JsonNode right) {
        if (left == null || right == null) {
            return left == right;
        }
        return left.equals(JsonTrees::compareLeaves, right);
    }

    private static int compareLeaves(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    }

    /** Levels of objects below this value: 0 for a scalar or an array of scalars. */
    static int depth(JsonNode value) {
        int deepest = 0;
        for (JsonNode child : value) {
            deepest = Math.max(deepest, depth(child));
        }
        return value.isObject() ? deepest + 1 : deepest;
    }

    /** The values below an object that are no objects with something in them; an array is one. */
    static int leaves(ObjectNode object) {
        int leaves = 0;
        for (JsonNode child : object) {
            leaves += child instanceof ObjectNode nested && !nested.isEmpty() ? leaves(nested) : 1;
        }
        return leaves;
    }

    static boolean hasNullElement(JsonNode value) {
        for (JsonNode child : value) {
            if ((value.isArray() && child.isNull()) || hasNullElement(child)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an object holds nothing but nulls, at any depth. */
    static boolean onlyNulls(ObjectNode object) {
        for (JsonNode child : object) {
            boolean ok = child.isNull() || (child instanceof ObjectNode nested && onlyNulls(nested));
            if (!ok) {
                return false;
            }
        }
        return true;
    }
}
