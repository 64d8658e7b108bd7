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
package io.github.cameliotcloud.simulator.http;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The JSON body of a request; every getter throws an {@link ApiException} that says what is wrong. */
final class ApiParameters {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode body;

    private ApiParameters(ObjectNode body) {
        this.body = body;
    }

    /** @param bytes JSON in UTF-8, or any other bytes */
    static ApiParameters parse(byte[] bytes) {
        try {
            if (MAPPER.readTree(new String(bytes, UTF_8)) instanceof ObjectNode object) {
                return new ApiParameters(object);
            }
        } catch (JsonProcessingException e) {
            throw new ApiException(ApiError.INVALID_PARAMETER, "The request body is not valid JSON.");
        }
        throw new ApiException(ApiError.INVALID_PARAMETER, "The request body is not a JSON object.");
    }

    void allowOnly(Set<String> names) {
        body.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new ApiException(ApiError.UNKNOWN_PARAMETER, "The parameter " + name + " is not recognized.");
            }
        });
    }

    /** Refuses parameters that exist, but not here. */
    void refuse(Set<String> names) {
        body.fieldNames().forEachRemaining(name -> {
            if (names.contains(name)) {
                throw new ApiException(
                        ApiError.UNSUPPORTED_OPERATION, "The simulator does not support the parameter " + name + ".");
            }
        });
    }

    /** Empty when the parameter is missing or null. */
    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** Empty when the parameter is missing or null. */
    OptionalLong optionalUnsignedInteger(String name) {
        return has(name) ? OptionalLong.of(unsignedInteger(name)) : OptionalLong.empty();
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw new ApiException(ApiError.INVALID_PARAMETER, "The parameter " + name + " is not a string.");
        }
        return value.textValue();
    }

    long unsignedInteger(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new ApiException(
                    ApiError.INVALID_PARAMETER, "The parameter " + name + " is not an unsigned integer.");
        }
        return value.longValue();
    }

    private boolean has(String name) {
        return body.hasNonNull(name);
    }

    private JsonNode required(String name) {
        if (!has(name)) {
            throw new ApiException(ApiError.MISSING_PARAMETER, "The parameter " + name + " is required.");
        }
        return body.get(name);
    }
}
