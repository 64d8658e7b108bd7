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
package io.github.cameliotcloud.session;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The cloud's limits on a topic or topic filter (protocol.md section 3.2). */
public final class TopicLimits {

    private static final int MAX_BYTES = 255;
    private static final int SURELY_FEW_ENOUGH = MAX_BYTES / 3; // a character has 3 bytes at most
    private static final int MAX_SLASHES = 10;

    private TopicLimits() {}

    /**
     * @param topic whole topic or topic filter, of any length
     * @return the limit it breaks and the remedy, to be read behind its name; empty when the cloud takes it
     */
    public static Optional<String> violation(String topic) {
        if (topic.length() > MAX_BYTES
                || topic.length() > SURELY_FEW_ENOUGH && topic.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("is longer than the " + MAX_BYTES + " bytes that the cloud takes; shorten it");
        }
        int slashes = 0;
        for (int i = topic.indexOf('/'); i >= 0; i = topic.indexOf('/', i + 1)) {
            slashes++;
        }
        return slashes > MAX_SLASHES
                ? Optional.of("has " + slashes + " slashes, but the cloud takes at most " + MAX_SLASHES
                        + "; use fewer levels")
                : Optional.empty();
    }
}
