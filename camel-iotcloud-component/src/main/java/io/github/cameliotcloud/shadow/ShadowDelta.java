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

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an application wants to be different (protocol.md section 5.5).
 *
 * @param state     desired attributes that differ from reported
 * @param version   version of the shadow that brought the difference
 * @param timestamp last change of the shadow in milliseconds since 1970
 */
public record ShadowDelta(ObjectNode state, long version, long timestamp) implements ShadowMessage {}
