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
package io.github.cameliotcloud.benchmarks.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.benchmarks.simulator.LoadDevices;

/** A device by hand: the least that finds its deltas, those that are pushed and the one in the answer to a get. */
final class BareDevice {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int number;
    private final Mqtt3AsyncClient client;
    private final LongAdder deltas;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();

    BareDevice(int port, int number, LongAdder deltas) {
        this.number = number;
        this.deltas = deltas;
        this.client = Mqtt3Client.builder()
                .identifier(LoadDevices.PRODUCT + LoadDevices.name(number))
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildAsync();
    }

    /** @return ends with the answer to the first get */
    CompletableFuture<Void> begin() {
        String userName = LoadDevices.userName(number);
        return client.connectWith()
                .keepAlive(60)
                .simpleAuth()
                .username(userName)
                .password(LoadDevices.password(userName).getBytes(UTF_8))
                .applySimpleAuth()
                .send()
                .thenCompose(connected -> client.subscribeWith()
                        .topicFilter("$shadow/operation/result/" + topic())
                        .qos(MqttQos.AT_MOST_ONCE)
                        .callback(this::arrived)
                        .send())
                .thenCompose(subscribed -> client.publishWith()
                        .topic("$shadow/operation/" + topic())
                        .qos(MqttQos.AT_MOST_ONCE)
                        .payload("{\"type\":\"get\",\"clientToken\":\"first\"}".getBytes(UTF_8))
                        .send())
                .thenCompose(sent -> answered);
    }

    CompletableFuture<Void> end() {
        return client.disconnect();
    }

    private String topic() {
        return LoadDevices.PRODUCT + "/" + LoadDevices.name(number);
    }

    private void arrived(Mqtt3Publish publish) {
        JsonNode message = read(publish.getPayloadAsBytes());
        boolean reply = message.path("type").asText().equals("get");
        JsonNode delta = reply
                ? message.path("payload").path("state").path("delta")
                : message.path("payload").path("state");
        if (delta.isObject()) {
            deltas.increment();
        }
        if (reply) {
            answered.complete(null);
        }
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
