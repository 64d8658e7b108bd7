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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import io.github.cameliotcloud.simulator.topic.TopicFilters;

/** The topic filters of one session and the QoS granted to each. Not thread-safe. */
final class Subscriptions {

    private final Map<String, Integer> grantedQos = new LinkedHashMap<>();

    void add(String filter, int qos) {
        grantedQos.put(filter, qos);
    }

    boolean contains(String filter) {
        return grantedQos.containsKey(filter);
    }

    int size() {
        return grantedQos.size();
    }

    /** Removes a filter; one that ends in {@code #} removes all that start like it (protocol.md 3.3). */
    void remove(String filter) {
        grantedQos.remove(filter);
        if (filter.endsWith("/#")) {
            String prefix = filter.substring(0, filter.length() - 1);
            grantedQos.keySet().removeIf(other -> other.startsWith(prefix));
        }
    }

    void clear() {
        grantedQos.clear();
    }

    /** The highest QoS granted for a topic; empty when no filter matches. */
    OptionalInt qosFor(String topic) {
        return grantedQos.entrySet().stream()
                .filter(entry -> TopicFilters.matches(entry.getKey(), topic))
                .mapToInt(Map.Entry::getValue)
                .max();
    }

    /** The filters in order, and the QoS granted to each. */
    Map<String, Integer> granted() {
        return grantedQos;
    }

    Set<String> filters() {
        return Set.copyOf(grantedQos.keySet());
    }
}
