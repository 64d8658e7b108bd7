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

import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Paho's asynchronous client without anything around it. */
final class BarePaho implements AutoCloseable {

    private static final int ALL_PACKET_IDS = 65_535;
    private static final int QOS = 1;

    private final MqttAsyncClient client;

    BarePaho(String url, String clientId) throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMaxInflight(ALL_PACKET_IDS);
        client = new MqttAsyncClient(url, clientId, new MemoryPersistence());
        client.connect(options).waitForCompletion();
    }

    Sender.Sending sending(String topic, byte[] body) {
        return window -> client.publish(topic, body, QOS, false, null, new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                window.answered(null);
            }

            @Override
            public void onFailure(IMqttToken token, Throwable failure) {
                window.answered(failure);
            }
        });
    }

    @Override
    public void close() throws MqttException {
        client.disconnect().waitForCompletion();
        client.close();
    }
}
