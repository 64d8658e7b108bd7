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

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Switch;

/** The permissions that every product has (protocol.md 4) and its custom topic classes (3.3). */
public final class ProductTopicRules implements TopicAuthorizer {

    private static final List<TopicClass> DEFAULT_CLASSES = List.of(
            new TopicClass("event", true, false),
            new TopicClass("control", false, true),
            new TopicClass("data", true, true));

    private static final List<TopicClass> SEED_CLASSES = DEFAULT_CLASSES.subList(0, 2);

    private final TopicLengths lengths;
    private final boolean wildcards;
    private final List<TopicClass> defaultClasses;
    private final Map<String, List<TopicClass>> customClasses;

    /**
     * @param customClasses the custom classes by product ID
     * @throws IllegalArgumentException when a product has too many
     */
    public ProductTopicRules(Map<String, List<TopicClass>> customClasses, Limits limits) {
        customClasses.forEach((product, classes) -> requireRoom(product, classes.size(), limits));
        this.lengths = new TopicLengths(limits);
        this.wildcards = !limits.has(Switch.WILDCARDS_ARE_REFUSED);
        this.defaultClasses = limits.has(Switch.NO_DATA_TOPIC) ? SEED_CLASSES : DEFAULT_CLASSES;
        this.customClasses = customClasses.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    private static void requireRoom(String product, int classes, Limits limits) {
        int most = limits.get(Limit.CUSTOM_TOPIC_CLASSES);
        if (classes > most) {
            throw new IllegalArgumentException("Product " + product + " has " + classes
                    + " custom topic classes, but the limit CUSTOM_TOPIC_CLASSES is " + most);
        }
    }

    @Override
    public boolean mayPublish(DeviceIdentity device, String topic) {
        if (!lengths.allow(topic) || TopicFilters.hasWildcard(topic)) {
            return false;
        }
        return topic.equals(DeviceTopics.shadowOperation(device))
                || isRrpcAnswer(device, topic)
                || classesMatching(device, topic).stream().anyMatch(TopicClass::publish);
    }

    @Override
    public boolean maySubscribe(DeviceIdentity device, String filter) {
        if (!lengths.allow(filter) || !TopicFilters.isWellFormed(filter)) {
            return false;
        }
        if (TopicFilters.hasWildcard(filter)) {
            // attaches what is permitted and matches, which may be nothing
            return wildcards && filter.startsWith(DeviceTopics.prefix(device))
                    || filter.equals(DeviceTopics.rrpcRequests(device) + "+");
        }
        return filter.equals(DeviceTopics.shadowResult(device))
                || filter.equals(DeviceTopics.broadcast(device))
                || classesMatching(device, filter).stream().anyMatch(TopicClass::subscribe);
    }

    // the process ID is one level
    private static boolean isRrpcAnswer(DeviceIdentity device, String topic) {
        String prefix = DeviceTopics.rrpcAnswers(device);
        return topic.startsWith(prefix) && topic.length() > prefix.length() && topic.indexOf('/', prefix.length()) < 0;
    }

    private List<TopicClass> classesMatching(DeviceIdentity device, String topic) {
        String prefix = DeviceTopics.prefix(device);
        if (!topic.startsWith(prefix)) {
            return List.of();
        }
        String suffix = topic.substring(prefix.length());
        List<TopicClass> custom = customClasses.getOrDefault(device.product(), List.of());
        return List.of(defaultClasses, custom).stream()
                .flatMap(List::stream)
                .filter(topicClass -> TopicFilters.matches(topicClass.suffix(), suffix))
                .toList();
    }
}
