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

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All that a shadow is (protocol.md 5.1). The trees are not copied: do not change them.
 *
 * @param reported what the device said last
 * @param reportedMetadata times of last change of each value of {@code reported}, ms
 * @param desired what applications want
 * @param desiredMetadata times of last change of each value of {@code desired}, ms
 * @param version counts the updates
 * @param timestamp time of the last update in ms, 0 when there was none
 */
public record StoredShadow(
        ObjectNode reported,
        ObjectNode reportedMetadata,
        ObjectNode desired,
        ObjectNode desiredMetadata,
        long version,
        long timestamp) {}
