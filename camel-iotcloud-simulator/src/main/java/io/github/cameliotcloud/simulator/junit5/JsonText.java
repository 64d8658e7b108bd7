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
package io.github.cameliotcloud.simulator.junit5;

import java.util.Comparator;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Compares JSON as people mean it: the order of members and the way to write a number do not count. */
final class JsonText {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        boolean numbers = one.isNumber() && other.isNumber();
        return numbers ? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;
    };

    private JsonText() {}

    /** The object or array that the text is; empty for any other text. */
    static Optional<JsonNode> container(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when the text is no JSON object */
    static JsonNode object(String text) {
        return container(text)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The expected state is a JSON object such as {\"temperature\":20}, not " + text));
    }

    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }

    /** Whether all members of the part are in the whole, at any depth; null stands for a member that is not there. */
    static boolean includes(JsonNode whole, JsonNode part) {
        if (part.isNull()) {
            return whole.isMissingNode() || whole.isNull();
        }
        if (!part.isObject()) {
            return same(whole, part);
        }
        // of an object that is not there no member is there
        boolean object = whole.isObject() || whole.isMissingNode();
        return object
                && part.properties().stream()
                        .allMatch(member -> includes(whole.path(member.getKey()), member.getValue()));
    }
}
