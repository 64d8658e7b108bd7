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
package io.github.cameliotcloud.simulator.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a persistent session remembers (protocol.md 2.7); immutable.
 *
 * @param subscriptions the topic filters, in order, and the QoS granted to each
 * @param messages the QoS 1 messages that the device has not acknowledged, oldest first; no more than are kept for an
 *     offline device
 * @param lastPacketId the packet identifier that was used last, 0 before the first
 * @param offlineSince when the device went away; empty when it is online
 */
public record StoredSession(
        Map<String, Integer> subscriptions, List<Message> messages, int lastPacketId, Optional<Instant> offlineSince) {

    public StoredSession {
        subscriptions = new LinkedHashMap<>(subscriptions);
        messages = List.copyOf(messages);
    }

    /**
     * A message that waits for its acknowledgement.
     *
     * @param message the same object from one snapshot of a session to the next
     * @param packetId 1 to 65535 when it was sent, 0 when not yet
     */
    public record Message(OutboundMessage message, int packetId) {}
}
