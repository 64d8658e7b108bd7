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

/** A message on the result topic of a shadow. */
public sealed interface ShadowMessage permits ShadowReply, ShadowDelta {

    /** @return {@code payload.state}; an empty object when the message has none */
    JsonNode state();

    /** @return {@code payload.version}, 0 when the message has none */
    long version();

    /** @return last change of the shadow in milliseconds since 1970, 0 when the message has none */
    long timestamp();
}
