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

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAck;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A device of the tests: an independent MQTT client with credentials by the recipe of Tencent's page. */
final class TestDevice implements AutoCloseable {

    static final String PRODUCT = "ABC1234567";
    static final String DEVICE = "dev-01";
    static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";
    static final String SHADOW_OPERATION = "$shadow/operation/ABC1234567/dev-01";
    static final String SHADOW_RESULT = "$shadow/operation/result/ABC1234567/dev-01";

    private final Mqtt3BlockingClient client;
    private final Queue<Mqtt3Publish> inbox = new ConcurrentLinkedQueue<>();

    TestDevice(Mqtt3BlockingClient client) {
        this.client = client;
        client.toAsync().publishes(MqttGlobalPublishFilter.ALL, inbox::add);
    }

    static TestDevice of(IotCloudSimulator simulator) {
        return new TestDevice(MqttClient.builder()
                .useMqttVersion3()
                .identifier(PRODUCT + DEVICE)
                .serverHost("127.0.0.1")
                .serverPort(simulator.mqttPort())
                .buildBlocking());
    }

    static TestDevice connected(IotCloudSimulator simulator) {
        TestDevice device = of(simulator);
        device.connect(true);
        return device;
    }

    Mqtt3ConnAck connect(boolean cleanSession) {
        String userName = PRODUCT + DEVICE + ";12010126;x7K2p;" + (System.currentTimeMillis() / 1000 + 3600);
        return connect(cleanSession, userName, token(userName) + ";hmacsha256", 60);
    }

    Mqtt3ConnAck connect(boolean cleanSession, String userName, String password, int keepAlive) {
        return client.connectWith()
                .cleanSession(cleanSession)
                .keepAlive(keepAlive)
                .simpleAuth()
                .username(userName)
                .password(password.getBytes(UTF_8))
                .applySimpleAuth()
                .send();
    }

    static String token(String userName) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(userName.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Mqtt3BlockingClient client() {
        return client;
    }

    Queue<Mqtt3Publish> inbox() {
        return inbox;
    }

    void subscribe(String filter, int qos) {
        client.subscribeWith().topicFilter(filter).qos(MqttQos.fromCode(qos)).send();
    }

    void publish(String topic, String payload, int qos) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.fromCode(qos))
                .payload(payload.getBytes(UTF_8))
                .send();
    }

    String topic(String suffix) {
        return PRODUCT + "/" + DEVICE + "/" + suffix;
    }

    @Override
    public void close() {
        try {
            client.disconnect();
        } catch (MqttClientStateException | ConnectionClosedException e) {
            // the simulator was faster
        }
    }
}
