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

import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.PrintableText;

/** The cloud's limits on a PUBLISH, checked before anything leaves (protocol.md section 3.2). */
final class PublishLimits {

    private static final int MAX_PAYLOAD_BYTES = 16 * 1024;

    private PublishLimits() {}

    /** @throws InvalidMessageException when the cloud would reject the message */
    static void check(String topic, byte[] payload) {
        TopicLimits.violation(topic).ifPresent(violation -> {
            throw new InvalidMessageException("the topic " + PrintableText.of(topic) + " " + violation);
        });
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new InvalidMessageException("the message for " + PrintableText.of(topic) + " has " + payload.length
                    + " bytes, but the cloud takes at most " + MAX_PAYLOAD_BYTES + " (16 KB): send less, or split it");
        }
    }
}
