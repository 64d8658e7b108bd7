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
package io.github.cameliotcloud.chaos;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;

import io.github.cameliotcloud.session.BrokerAddress;

/** A second MQTT client, which sends each message until the broker has acknowledged it. */
final class StubbornSender implements AutoCloseable {

    private static final int LIMIT_SECONDS = 5;

    private final BrokerAddress broker;
    private final String topic;
    private Mqtt3AsyncClient client;

    StubbornSender(BrokerAddress broker, String topic) {
        this.broker = broker;
        this.topic = topic;
    }

    /** Returns when PUBACK has come; fails when that takes too long. */
    void send(String text) {
        Patience.until("PUBACK for " + text, () -> isAcknowledged(text));
    }

    private boolean isAcknowledged(String text) throws InterruptedException {
        try {
            if (client == null) {
                client = connected();
            }
            client.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(text.getBytes(StandardCharsets.UTF_8))
                    .send()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            close();
            return false;
        }
    }

    private Mqtt3AsyncClient connected() throws InterruptedException, ExecutionException, TimeoutException {
        Mqtt3AsyncClient fresh = Mqtt3Client.builder()
                .identifier("application")
                .serverHost(broker.host())
                .serverPort(broker.port())
                .buildAsync();
        fresh.connect().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return fresh;
    }

    @Override
    public void close() {
        if (client != null) {
            client.disconnect();
            client = null;
        }
    }
}
