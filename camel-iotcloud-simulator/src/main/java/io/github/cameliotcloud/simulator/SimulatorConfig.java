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
package io.github.cameliotcloud.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.topic.ProductTopicRules;
import io.github.cameliotcloud.simulator.topic.TopicAuthorizer;
import io.github.cameliotcloud.simulator.topic.TopicClass;

/** What a simulator is made of; immutable. */
record SimulatorConfig(
        String host,
        int mqttPort,
        int httpPort,
        Clock clock,
        Duration minimumConnectInterval,
        int maxInflight,
        Map<DeviceIdentity, DeviceSecret> devices,
        Map<String, List<TopicClass>> customTopics,
        Consumer<ReceivedMessage> onReceived) {

    DeviceDirectory directory() {
        return new DeviceDirectory(devices.entrySet().stream()
                .map(entry -> new Device(entry.getKey(), entry.getValue()))
                .toList());
    }

    TopicAuthorizer topicRules() {
        return new ProductTopicRules(customTopics);
    }
}
