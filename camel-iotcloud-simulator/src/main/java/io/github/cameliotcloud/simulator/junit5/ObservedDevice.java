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
package io.github.cameliotcloud.simulator.junit5;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.ReceivedMessage;
import io.github.cameliotcloud.simulator.Refusal;

/** A device as the simulator sees it. */
record ObservedDevice(IotCloudSimulator simulator, String product, String device) {

    boolean online() {
        return simulator.connections(product, device) > 0;
    }

    boolean everTried() {
        return attempts() > 0;
    }

    int attempts() {
        return simulator.connectAttempts(product, device);
    }

    int accepted() {
        return simulator.connectCount(product, device);
    }

    Set<String> subscriptions() {
        return simulator.subscriptions(product, device);
    }

    JsonNode shadow() {
        return simulator.shadow(product, device);
    }

    /** All that the device has published, oldest first. */
    List<ReceivedMessage> published() {
        return simulator.received().stream()
                .filter(message ->
                        message.device().equals(device) && message.product().equals(product))
                .toList();
    }

    /** @param fullTopic with product and device */
    List<ReceivedMessage> published(String fullTopic) {
        return published().stream()
                .filter(message -> message.topic().equals(fullTopic))
                .toList();
    }

    List<Refusal> refusals() {
        return simulator.activity().refusals().stream()
                .filter(refusal -> refusal.clientId().equals(clientId()))
                .toList();
    }

    static List<Refusal> refusalsOfStrangers(IotCloudSimulator simulator, List<ObservedDevice> devices) {
        Set<String> known = devices.stream().map(ObservedDevice::clientId).collect(Collectors.toSet());
        return simulator.activity().refusals().stream()
                .filter(refusal -> !known.contains(refusal.clientId()))
                .toList();
    }

    /** What all topics of the device but those of shadows start with. */
    String topicPrefix() {
        return product + "/" + device + "/";
    }

    /** What follows product and device; all of a topic that starts otherwise. */
    String shortTopic(ReceivedMessage message) {
        String topic = message.topic();
        return topic.startsWith(topicPrefix()) ? topic.substring(topicPrefix().length()) : topic;
    }

    private String clientId() {
        return product + device;
    }

    @Override
    public String toString() {
        return product + "/" + device;
    }
}
