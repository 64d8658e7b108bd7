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

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a session wants to receive, whether or not it is connected, and the way from a topic to the takers. */
final class SubscriptionTable {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionTable.class);

    private final Map<String, SubscriptionEntry> entries = new ConcurrentHashMap<>();

    SubscriptionEntry add(String filter, int qos, MessageHandler handler) {
        return entries.compute(filter, (key, present) -> {
            SubscriptionEntry entry = present == null ? new SubscriptionEntry(filter) : present;
            entry.add(handler, qos);
            return entry;
        });
    }

    /** @return true when that was the last taker of the filter */
    boolean remove(String filter, MessageHandler handler) {
        return entries.computeIfPresent(filter, (key, entry) -> entry.remove(handler) ? null : entry) == null;
    }

    Collection<SubscriptionEntry> entries() {
        return entries.values();
    }

    Set<String> filters() {
        return new TreeSet<>(entries.keySet());
    }

    /** Hands a message to all who want it. One that nobody wants is acknowledged, or the cloud would keep sending it. */
    void route(InboundMessage message) {
        boolean taken = false;
        SubscriptionEntry exact = entries.get(message.topic());
        if (exact != null) {
            taken = exact.deliver(message);
        } else {
            for (SubscriptionEntry entry : entries.values()) {
                if (TopicFilters.hasWildcard(entry.filter()) && TopicFilters.matches(entry.filter(), message.topic())) {
                    taken |= entry.deliver(message);
                }
            }
        }
        if (!taken) {
            LOG.debug("Nobody wants the message on {}; it is acknowledged and dropped", message.topic());
            message.acknowledge();
        }
    }
}
