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

import java.util.Base64;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what messages have in common. */
final class MessagePayload {

    private MessagePayload() {}

    /** The bytes of {@code Payload}, which is text or Base64 as {@code PayloadEncoding} says. */
    static byte[] of(ApiParameters parameters) {
        Optional<String> encoding = parameters.optionalText("PayloadEncoding").filter(text -> !text.isEmpty());
        if (encoding.isPresent() && !encoding.get().equals("base64")) {
            throw new ApiException(
                    ApiError.INVALID_PARAMETER_VALUE, "The parameter PayloadEncoding is neither empty nor base64.");
        }
        String payload = parameters.text("Payload");
        return requireContent(encoding.isPresent() ? decoded(payload) : payload.getBytes(UTF_8));
    }

    /** The bytes of {@code Payload}, which is text. */
    static byte[] text(ApiParameters parameters) {
        return requireContent(parameters.text("Payload").getBytes(UTF_8));
    }

    /** The QoS, 0 without one. */
    static int qos(ApiParameters parameters) {
        long qos = parameters.optionalUnsignedInteger("Qos").orElse(0);
        if (qos > 1) {
            throw new ApiException(ApiError.INVALID_PARAMETER_VALUE, "The parameter Qos is neither 0 nor 1.");
        }
        return (int) qos;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ApiError.INVALID_PARAMETER_VALUE, "The parameter Payload is not Base64.");
        }
    }

    private static byte[] requireContent(byte[] payload) {
        if (payload.length == 0) {
            throw new ApiException(ApiError.INVALID_MSG_LEN, "The parameter Payload is empty.");
        }
        return payload;
    }
}
