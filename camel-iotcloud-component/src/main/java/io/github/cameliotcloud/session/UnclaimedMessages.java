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

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Messages that came before somebody wanted them. A persistent session brings what the cloud has stored right behind
 * CONNACK, when of several routes on the device perhaps only the first has started. They wait here unacknowledged; what
 * does not fit stays unacknowledged with the cloud, which delivers it again on the next connection.
 */
final class UnclaimedMessages {

    /** As many as the cloud stores for a device (protocol.md section 2.7). */
    private static final int CAPACITY = 150;

    private final List<InboundMessage> messages = new ArrayList<>();

    synchronized void add(InboundMessage message) {
        if (message.qos() > 0 && messages.size() < CAPACITY) {
            messages.add(message);
        }
    }

    /** @return the messages that match, in order of arrival; they are no longer kept */
    List<InboundMessage> claim(String filter) {
        return claim(topic -> TopicFilters.matches(filter, topic));
    }

    /** @return the messages whose topic matches, in order of arrival; they are no longer kept */
    synchronized List<InboundMessage> claim(Predicate<String> topics) {
        List<InboundMessage> claimed = new ArrayList<>();
        for (Iterator<InboundMessage> all = messages.iterator(); all.hasNext(); ) {
            InboundMessage message = all.next();
            if (topics.test(message.topic())) {
                claimed.add(message);
                all.remove();
            }
        }
        return claimed;
    }

    /** A new connection brings again what the last one brought and nobody acknowledged. */
    synchronized void clear() {
        messages.clear();
    }
}
