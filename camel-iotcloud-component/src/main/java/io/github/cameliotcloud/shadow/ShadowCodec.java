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

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.error.PrintableText;

/** Shadow messages to and from JSON (protocol.md section 5). Strict in what it reads: it comes from the network. */
public final class ShadowCodec {

    private static final long FIRST_TIMESTAMP_IN_MILLIS = 100_000_000_000L;
    private static final int LONGEST_TYPE_SHOWN = 60;

    private final StrictJson json = new StrictJson();
    private final ObjectMapper mapper = json.mapper();

    /**
     * @param clientToken comes back in the reply
     * @return the request for the whole document
     */
    public byte[] encodeGet(String clientToken) {
        return write(mapper.createObjectNode().put("type", "get").put("clientToken", clientToken));
    }

    /**
     * @param update      the change
     * @param clientToken comes back in the reply
     * @return the request for that change
     * @throws InvalidMessageException when the change breaks a limit of the cloud
     */
    public byte[] encodeUpdate(ShadowUpdate update, String clientToken) {
        ObjectNode message = mapper.createObjectNode().put("type", "update");
        ObjectNode state = message.putObject("state");
        if (update.reported() != null) {
            ShadowLimits.check(update.reported());
            ShadowLimits.checkSize(write(update.reported()));
            state.set("reported", update.reported());
        }
        if (update.clearDesired()) {
            state.putNull("desired");
        }
        return write(message.put("version", update.version()).put("clientToken", clientToken));
    }

    /**
     * Reads the attributes that a user wants to report.
     *
     * @param text UTF-8 text
     * @return the JSON object
     * @throws InvalidMessageException when it is not one JSON object
     */
    public ObjectNode readAttributes(byte[] text) {
        try {
            return attributes(json.read(text));
        } catch (IOException e) {
            throw new InvalidMessageException("the body is not valid JSON: " + e.getMessage());
        }
    }

    /**
     * Takes any value that Jackson can turn into a JSON object, such as a map or a bean.
     *
     * @param value the value
     * @return the JSON object
     * @throws InvalidMessageException when it does not become a JSON object
     */
    public ObjectNode attributesOf(Object value) {
        try {
            return attributes(mapper.valueToTree(value));
        } catch (IllegalArgumentException e) {
            throw new InvalidMessageException("the body cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    /**
     * @param text UTF-8 text from the result topic
     * @return the message
     * @throws MalformedMessageException when it does not have the documented form
     */
    public ShadowMessage decode(byte[] text) {
        JsonNode message = parse(text);
        String type = message.path("type").asText();
        JsonNode payload = message.path("payload");
        long version = count(payload, "version");
        long timestamp = millis(count(payload.has("timestamp") ? payload : message, "timestamp"));
        return switch (type) {
            case "delta" -> new ShadowDelta(deltaState(payload), version, timestamp);
            case "get", "update" ->
                new ShadowReply(
                        type,
                        clientToken(message),
                        result(message),
                        payload.path("state").isObject() ? payload.path("state") : mapper.createObjectNode(),
                        version,
                        timestamp);
            default ->
                throw new MalformedMessageException("a shadow message has type '"
                        + PrintableText.of(type, LONGEST_TYPE_SHOWN) + "', known are get, update and delta");
        };
    }

    private JsonNode parse(byte[] text) {
        try {
            return json.read(text);
        } catch (IOException e) {
            throw new MalformedMessageException("a shadow message is not valid JSON: " + e.getMessage());
        }
    }

    private static long count(JsonNode object, String key) {
        JsonNode value = object.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0) {
            return value.longValue();
        }
        throw new MalformedMessageException("a shadow message has a " + key + " that is not a whole number from 0 on");
    }

    /** A number stands for its text (protocol.md section 5.2). */
    private static String clientToken(JsonNode message) {
        JsonNode token = message.path("clientToken");
        if (token.isMissingNode() || token.isNull()) {
            return null;
        }
        if (token.isTextual() || token.isIntegralNumber()) {
            return token.asText();
        }
        throw new MalformedMessageException("a shadow reply has a clientToken that is neither text nor a whole number");
    }

    private static int result(JsonNode message) {
        JsonNode result = message.path("result");
        if (!result.isIntegralNumber() || !result.canConvertToInt()) {
            throw new MalformedMessageException("a shadow reply has no numeric result");
        }
        return result.intValue();
    }

    private static ObjectNode deltaState(JsonNode payload) {
        if (payload.path("state") instanceof ObjectNode state) {
            return state;
        }
        throw new MalformedMessageException("a shadow delta has no state object");
    }

    private static ObjectNode attributes(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidMessageException(
                "the body of a shadow update must be a JSON object such as {\"temperature\":25}");
    }

    /** Get replies carry seconds, the others milliseconds (protocol.md section 8.4). */
    private static long millis(long timestamp) {
        return timestamp < FIRST_TIMESTAMP_IN_MILLIS ? timestamp * 1000 : timestamp;
    }

    private byte[] write(ObjectNode message) {
        try {
            return mapper.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new InvalidMessageException(
                    "the shadow request cannot be written as JSON: " + StrictJson.reason(e), e);
        }
    }
}
