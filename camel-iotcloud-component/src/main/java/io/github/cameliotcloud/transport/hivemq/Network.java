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

import java.util.concurrent.TimeUnit;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientSslConfigBuilder;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttWebSocketConfig;

import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.TlsParameters;

/** What the library shall do below MQTT: TCP, TLS, WebSocket. */
final class Network {

    private Network() {}

    static MqttClientTransportConfig config(ConnectRequest request) {
        long limit = request.connectTimeout().toMillis();
        MqttClientTransportConfigBuilder config = MqttClientTransportConfig.builder()
                .serverHost(request.broker().host())
                .serverPort(request.broker().port())
                .socketConnectTimeout(limit, TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(limit, TimeUnit.MILLISECONDS);
        if (request.tls() != null) {
            config = config.sslConfig(ssl(request.tls(), limit));
        }
        if (request.broker().protocol().isWebSocket()) {
            config = config.webSocketConfig(MqttWebSocketConfig.builder()
                    .serverPath(request.broker().path().substring(1)) // the library writes the first slash
                    .handshakeTimeout(limit, TimeUnit.MILLISECONDS)
                    .build());
        }
        return config.build();
    }

    private static MqttClientSslConfig ssl(TlsParameters tls, long limit) {
        MqttClientSslConfigBuilder ssl = MqttClientSslConfig.builder()
                .protocols(tls.protocols())
                .cipherSuites(tls.cipherSuites())
                .handshakeTimeout(limit, TimeUnit.MILLISECONDS);
        if (!tls.keyManagers().isEmpty()) {
            ssl = ssl.keyManagerFactory(new FixedKeyManagers(tls.keyManagers()));
        }
        if (!tls.trustManagers().isEmpty()) {
            ssl = ssl.trustManagerFactory(new FixedTrustManagers(tls.trustManagers()));
        }
        if (!tls.hostnameVerification()) {
            ssl = ssl.hostnameVerifier((host, session) -> true);
        }
        return ssl.build();
    }
}
