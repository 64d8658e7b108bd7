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

/**
 * A request of a device (protocol.md 5.2, 5.3), not yet checked.
 *
 * @param type the operation, null when absent
 * @param clientToken the string form of the requester's token, null when absent
 * @param metadata whether the reply shall hold metadata
 * @param overwrites whether an update shall replace sections instead of merging into them
 * @param body the whole request
 */
record ShadowRequest(String type, String clientToken, boolean metadata, boolean overwrites, ObjectNode body) {

    static ShadowRequest parse(byte[] payload) {
        ObjectNode body = ShadowJson.parseObject(payload);
        return new ShadowRequest(
                scalarText(body.get("type")),
                scalarText(body.get("clientToken")),
                body.path("metadata").asBoolean(false),
                body.path("overwriteUpdate").asBoolean(false),
                body);
    }

    private static String scalarText(JsonNode value) {
        return value != null && value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** The version that the requester knows; 0 asks for no check (5.4 rule 3). */
    long expectedVersion() {
        return version(body.get("version"));
    }

    static long version(JsonNode version) {
        if (version == null || version.isNull()) {
            return 0;
        }
        if (!version.isIntegralNumber() || !version.canConvertToLong()) {
            throw new ShadowRejectedException(ShadowResult.BAD_PARAMETER);
        }
        return version.longValue();
    }
}
