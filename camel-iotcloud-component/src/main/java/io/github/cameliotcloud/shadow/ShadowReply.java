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

/**
 * The cloud's answer to a request (protocol.md sections 5.2, 5.3).
 *
 * @param type        {@code get} or {@code update}
 * @param clientToken the request's token, null when the cloud sent none
 * @param result      0 for success, else a code of section 5.6
 * @param state       after get: reported, desired, delta; after update: what it changed
 * @param version     version of the shadow after the request
 * @param timestamp   last change of the shadow in milliseconds since 1970
 */
public record ShadowReply(String type, String clientToken, int result, JsonNode state, long version, long timestamp)
        implements ShadowMessage {

    /** @return true when the cloud did what was asked */
    public boolean isSuccess() {
        return result == 0;
    }

    /** @return the difference of desired and reported that a get reply carries, or an empty node when there is none */
    public JsonNode delta() {
        return state.path("delta");
    }
}
