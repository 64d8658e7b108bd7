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
package io.github.cameliotcloud.benchmarks.messages;

import java.util.function.Consumer;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.benchmarks.simulator.LoadDevices;

/** The HiveMQ client as its manual shows it, without anything around it. */
final class BareHiveMq implements AutoCloseable {

    private final Mqtt3AsyncClient client;

    /** @param device its number */
    BareHiveMq(int port, int device) {
        String userName = LoadDevices.userName(device);
        client = Mqtt3Client.builder()
                .identifier(LoadDevices.PRODUCT + LoadDevices.name(device))
                .serverHost(Broker.HOST)
                .serverPort(port)
                .simpleAuth()
                .username(userName)
                .password(LoadDevices.password(userName).getBytes(UTF_8))
                .applySimpleAuth()
                .buildAsync();
        client.connect().join();
    }

    Sender.Sending sending(String topic, byte[] body) {
        return window -> client.publish(Mqtt3Publish.builder()
                        .topic(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(body)
                        .build())
                .whenComplete((published, failure) -> window.answered(failure));
    }

    void publish(String topic, byte[] body) {
        client.publish(Mqtt3Publish.builder().topic(topic).payload(body).build());
    }

    void subscribe(String topic, MqttQos qos, boolean manualAcknowledgement, Consumer<Mqtt3Publish> callback) {
        client.subscribeWith()
                .topicFilter(topic)
                .qos(qos)
                .callback(callback)
                .manualAcknowledgement(manualAcknowledgement)
                .send()
                .join();
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
