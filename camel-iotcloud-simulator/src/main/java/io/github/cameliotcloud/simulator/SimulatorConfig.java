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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.cameliotcloud.simulator.device.CredentialKind;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceStore;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.mqtt.ListenAddress;
import io.github.cameliotcloud.simulator.mqtt.MqttTransport;
import io.github.cameliotcloud.simulator.shadow.ShadowRules;
import io.github.cameliotcloud.simulator.store.SimulatorStore;
import io.github.cameliotcloud.simulator.topic.ProductTopicRules;
import io.github.cameliotcloud.simulator.topic.TopicAuthorizer;
import io.github.cameliotcloud.simulator.topic.TopicClass;

/** What a simulator is made of; immutable. */
record SimulatorConfig(
        ListenAddress address,
        Map<MqttTransport, Integer> mqttPorts,
        int httpPort,
        boolean console,
        TlsConfig tls,
        Clock clock,
        Limits limits,
        ShadowRules shadowRules,
        List<Supplier<Device>> devices,
        Map<String, List<TopicClass>> customTopics,
        Supplier<SimulatorStore> store,
        Consumer<ReceivedMessage> onReceived,
        ApiConfig api) {

    DeviceDirectory directory(DeviceStore known) {
        DeviceDirectory directory =
                new DeviceDirectory(devices.stream().map(Supplier::get).toList(), known);
        Stream.concat(api.products().stream(), customTopics.keySet().stream())
                .forEach(product -> directory.addProduct(product, CredentialKind.SECRET));
        return directory;
    }

    TopicAuthorizer topicRules() {
        return new ProductTopicRules(customTopics, limits);
    }
}
