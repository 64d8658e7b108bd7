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
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.MqttConnection;
import io.github.cameliotcloud.testinfra.MosquittoService;

class MosquittoRestartIT {

    @RegisterExtension
    static final MosquittoService MOSQUITTO = new MosquittoService();

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void persistentSessionIsFoundAgainAfterARestartOfTheBroker(String transport) throws Exception {
        String clientId = "device-" + UUID.randomUUID();
        RecordingListener listener = RecordingListener.keeping();
        MqttConnection first = open(transport, clientId, listener);
        first.subscribe("down/" + clientId, 1).toCompletableFuture().get(5, TimeUnit.SECONDS);

        MOSQUITTO.stop();
        await().untilAsserted(() -> assertThat(listener.losses()).hasSize(1));
        MOSQUITTO.start();

        MqttConnection second = open(transport, clientId, RecordingListener.keeping());
        assertThat(second.sessionPresent()).isTrue();
        second.disconnect();
    }

    private static MqttConnection open(String transport, String clientId, RecordingListener listener) throws Exception {
        ConnectRequest request = new ConnectRequest(
                BrokerAddress.parse(MOSQUITTO.brokerUrl()),
                null,
                new Credentials(clientId, "user", "password"),
                false,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5));
        return Transports.named(transport)
                .connect(request, listener)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }
}
