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
package io.github.cameliotcloud.transport.hivemq;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.MqttConnection;
import io.github.cameliotcloud.session.MqttConnectionListener;
import io.github.cameliotcloud.session.MqttTransport;
import io.reactivex.Scheduler;
import io.reactivex.schedulers.Schedulers;

/** Connects with the HiveMQ MQTT client. All connections share the library's event loops. */
final class HiveMqTransport implements MqttTransport {

    // Everything the library reports then comes on the connection's event loop: no hop to another thread, and the end
    // of the connect stage, the messages and the loss of the connection cannot overtake each other.
    private static final Scheduler ON_EVENT_LOOP = Schedulers.from(Runnable::run);

    HiveMqTransport() {
        Objects.requireNonNull(Mqtt3Client.class); // a missing library shows here and not at the first connect
    }

    @Override
    public CompletionStage<MqttConnection> connect(ConnectRequest request, MqttConnectionListener listener) {
        try {
            return new HiveMqConnection(client(request), listener).open(connect(request), request);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Mqtt3ClientBuilder client(ConnectRequest request) {
        return Mqtt3Client.builder()
                .identifier(request.credentials().clientId())
                .transportConfig(Network.config(request))
                .executorConfig()
                .applicationScheduler(ON_EVENT_LOOP)
                .applyExecutorConfig();
    }

    private static Mqtt3Connect connect(ConnectRequest request) {
        Credentials credentials = request.credentials();
        return Mqtt3Connect.builder()
                .cleanSession(request.cleanSession())
                .keepAlive((int) request.keepAlive().toSeconds())
                .simpleAuth()
                .username(credentials.username())
                .password(credentials.password().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .build();
    }
}
