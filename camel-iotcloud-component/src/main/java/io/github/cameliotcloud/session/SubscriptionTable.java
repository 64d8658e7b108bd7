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

import java.time.InstantSource;
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
    private final UnclaimedMessages unclaimed = new UnclaimedMessages();
    private final Set<String> parked = ConcurrentHashMap.newKeySet();
    private final boolean persistent;
    private final LogLimit drops;
    private volatile boolean strangersMayCome;

    /** @param persistent whether the cloud keeps subscriptions and messages while the device is offline */
    SubscriptionTable(boolean persistent, InstantSource clock) {
        this.drops = new LogLimit(clock);
        this.persistent = persistent;
        this.strangersMayCome = persistent;
    }

    SubscriptionEntry add(String filter, int qos, MessageHandler handler) {
        parked.remove(filter);
        return entries.compute(filter, (key, present) -> {
            if (present != null) {
                present.add(handler, qos);
                return present;
            }
            SubscriptionEntry entry = new SubscriptionEntry(filter);
            entry.add(handler, qos);
            unclaimed.claim(filter).forEach(entry::deliver); // before newer ones find the entry
            return entry;
        });
    }

    /** @return true when that was the last taker of the filter */
    boolean remove(String filter, MessageHandler handler) {
        boolean last = entries.computeIfPresent(filter, (key, entry) -> entry.remove(handler) ? null : entry) == null;
        if (last && persistent) {
            parked.add(filter); // its route was stopped and may start again
        }
        return last;
    }

    boolean contains(SubscriptionEntry entry) {
        return entries.get(entry.filter()) == entry;
    }

    Collection<SubscriptionEntry> entries() {
        return entries.values();
    }

    Set<String> filters() {
        return new TreeSet<>(entries.keySet());
    }

    void connectionEnded() {
        unclaimed.clear();
        strangersMayCome = persistent;
    }

    /**
     * Gives up on messages of topics that no route has wanted since this session exists, such as the subscription of an
     * earlier program: unacknowledged for ever, they would use up what the cloud sends without PUBACK.
     */
    void dropStrangers() {
        strangersMayCome = false;
        unclaimed.claim(topic -> !isParked(topic)).forEach(this::drop);
    }

    /** Hands a message to all who want it. */
    void route(InboundMessage message) {
        if (deliver(message)) {
            return;
        }
        if (strangersMayCome || isParked(message.topic())) {
            unclaimed.add(message);
            // somebody may have come between the look and the entry
            entries.values().forEach(entry -> unclaimed.claim(entry.filter()).forEach(entry::deliver));
        } else {
            drop(message);
        }
    }

    private boolean isParked(String topic) {
        return parked.stream().anyMatch(filter -> TopicFilters.matches(filter, topic));
    }

    private void drop(InboundMessage message) {
        if (persistent) {
            drops.log(count -> LOG.warn(
                    "A message on {} was dropped, since no route reads that topic: start one, or end the persistent"
                            + " session by connecting once with cleanSession=true ({} dropped)",
                    message.printableTopic(),
                    count));
        }
        message.acknowledge(); // or the cloud would wait for it
    }

    private boolean deliver(InboundMessage message) {
        SubscriptionEntry exact = entries.get(message.topic());
        if (exact != null) {
            return exact.deliver(message);
        }
        boolean taken = false;
        for (SubscriptionEntry entry : entries.values()) {
            if (TopicFilters.hasWildcard(entry.filter()) && TopicFilters.matches(entry.filter(), message.topic())) {
                taken |= entry.deliver(message);
            }
        }
        return taken;
    }
}
