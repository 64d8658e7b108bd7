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
package io.github.cameliotcloud.simulator.topic;

import java.nio.charset.StandardCharsets;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;

/** How long and how deep topic names and filters may be (protocol.md 3.2). */
public final class TopicLengths {

    private final int maxBytes;
    private final int maxSlashes;

    public TopicLengths(Limits limits) {
        this.maxBytes = limits.get(Limit.TOPIC_BYTES);
        this.maxSlashes = limits.get(Limit.TOPIC_SLASHES);
    }

    /** Whether a topic name or filter is within the limits; an empty one is not. */
    public boolean allow(String topic) {
        return !topic.isEmpty()
                && topic.length() <= maxBytes
                && topic.getBytes(StandardCharsets.UTF_8).length <= maxBytes
                && topic.chars().filter(c -> c == '/').count() <= maxSlashes;
    }
}
