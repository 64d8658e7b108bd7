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

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAck;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.shadow.ShadowJson;

/** A device that sends an update of its shadow as soon as the last one was answered, until its connection ends. */
final class StreamingDevice implements AutoCloseable {

    /** An answer: to which update, and the version that it told. */
    record Answered(long number, long version) {}

    private final String product;
    private final String name;
    private final String secret;
    private final Mqtt3AsyncClient client;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Answered> last = new AtomicReference<>(new Answered(0, -1));
    private final Queue<Mqtt3Publish> inbox = new ConcurrentLinkedQueue<>();

    StreamingDevice(int port, String product, String name, String secret) {
        this.product = product;
        this.name = name;
        this.secret = secret;
        this.client = MqttClient.builder()
                .useMqttVersion3()
                .identifier(product + name)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .addDisconnectedListener(context -> ended.countDown())
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, inbox::add);
    }

    String name() {
        return name;
    }

    Mqtt3ConnAck connect(boolean cleanSession) {
        String userName = product + name + ";12010126;x7K2p;" + (System.currentTimeMillis() / 1000 + 3600);
        return client.connectWith()
                .cleanSession(cleanSession)
                .simpleAuth()
                .username(userName)
                .password((token(userName) + ";hmacsha256").getBytes(UTF_8))
                .applySimpleAuth()
                .send()
                .join();
    }

    private String token(String userName) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(userName.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void subscribe(String filter) {
        client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .join();
    }

    void start() {
        connect(true);
        client.subscribeWith()
                .topicFilter("$shadow/operation/result/" + product + "/" + name)
                .qos(MqttQos.AT_MOST_ONCE)
                .callback(this::answered)
                .send()
                .join();
        update(1);
    }

    private void update(long number) {
        client.publishWith()
                .topic("$shadow/operation/" + product + "/" + name)
                .qos(MqttQos.AT_MOST_ONCE)
                .payload(("{\"type\":\"update\",\"state\":{\"reported\":{\"number\":" + number + "}},\"clientToken\":\""
                                + number + "\"}")
                        .getBytes(UTF_8))
                .send();
    }

    private void answered(Mqtt3Publish reply) {
        JsonNode answer = ShadowJson.parseObject(reply.getPayloadAsBytes());
        long number = Long.parseLong(answer.path("clientToken").asText());
        last.set(new Answered(number, answer.at("/payload/version").longValue()));
        update(number + 1);
    }

    long answers() {
        return last.get().number();
    }

    Answered lastAnswer() {
        return last.get();
    }

    Queue<Mqtt3Publish> inbox() {
        return inbox;
    }

    void awaitEnd() {
        try {
            assertThat(ended.await(10, TimeUnit.SECONDS))
                    .as("connection of " + name + " ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        client.disconnect();
        awaitEnd();
    }
}
