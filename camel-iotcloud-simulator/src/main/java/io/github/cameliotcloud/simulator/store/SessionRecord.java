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
package io.github.cameliotcloud.simulator.store;

import java.util.List;
import java.util.Map;

/**
 * A session as JSON; its messages are elsewhere.
 *
 * @param subscriptions filters and granted QoS
 * @param messages which messages wait, oldest first
 * @param lastPacketId the packet identifier that was used last
 * @param offlineSince ms since 1970, null when the device is online
 */
record SessionRecord(Map<String, Integer> subscriptions, List<Waiting> messages, int lastPacketId, Long offlineSince) {

    /**
     * A message of the session.
     *
     * @param number which of the device's messages
     * @param packetId 0 when it was not sent yet
     */
    record Waiting(long number, int packetId) {}
}
