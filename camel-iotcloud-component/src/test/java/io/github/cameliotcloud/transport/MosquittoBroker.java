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
package io.github.cameliotcloud.transport;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.session.ConnectRequest;

/** A Mosquitto, with a client of its own that stands for the applications on the far side. */
final class MosquittoBroker implements TestBroker {

    private final BrokerAddress address;
    private final MqttClient application;
    private final Queue<Uplink> uplinks = new ConcurrentLinkedQueue<>();

    private record Uplink(String topic, byte[] payload) {}

    MosquittoBroker(BrokerAddress address) {
        this.address = address;
        try {
            application = client("application-" + UUID.randomUUID());
            MqttConnectOptions options = new MqttConnectOptions();
            options.setMaxInflight(1_000);
            application.connect(options);
            application.subscribe("up/+", 1, (topic, message) -> uplinks.add(new Uplink(topic, message.getPayload())));
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String newDevice() {
        return "device-" + UUID.randomUUID();
    }

    @Override
    public ConnectRequest login(String device, boolean cleanSession) {
        return new ConnectRequest(
                address,
                null,
                new Credentials(device, "anyone", "anything"),
                cleanSession,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5));
    }

    @Override
    public String upTopic(String device) {
        return "up/" + device;
    }

    @Override
    public String downTopic(String device) {
        return "down/" + device;
    }

    @Override
    public void send(String device, byte[] payload, int qos) {
        try {
            application.publish(downTopic(device), payload, qos, false);
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<byte[]> received(String device) {
        return uplinks.stream()
                .filter(uplink -> uplink.topic().equals(upTopic(device)))
                .map(Uplink::payload)
                .toList();
    }

    // a second login with the client id ends the first
    @Override
    public void cut(String device) {
        try (MqttClient second = client(device)) {
            second.connect();
            second.disconnect();
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            application.disconnect();
            application.close();
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    private MqttClient client(String clientId) throws MqttException {
        return new MqttClient(address.toString(), clientId, new MemoryPersistence());
    }
}
