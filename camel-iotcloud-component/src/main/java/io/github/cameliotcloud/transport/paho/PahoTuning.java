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
package io.github.cameliotcloud.transport.paho;

import java.time.Duration;

import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

import org.apache.camel.component.paho.PahoConfiguration;
import org.apache.camel.component.paho.PahoPersistence;
import org.eclipse.paho.client.mqttv3.MqttClientPersistence;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.paho.client.mqttv3.persist.MqttDefaultFilePersistence;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.session.ConnectRequest;

/** Joins what a {@link PahoConfiguration} may tune with what is never its to decide. */
final class PahoTuning {

    private static final int ALL_PACKET_IDS = 65_535;

    private final PahoConfiguration configuration;

    private PahoTuning(PahoConfiguration configuration) {
        this.configuration = configuration;
    }

    static PahoTuning of(Object tuning) {
        if (tuning == null) {
            PahoConfiguration defaults = new PahoConfiguration();
            defaults.setMaxInflight(ALL_PACKET_IDS);
            return new PahoTuning(defaults);
        }
        if (tuning instanceof PahoConfiguration configuration) {
            requireNoTls(configuration);
            return new PahoTuning(configuration.copy());
        }
        throw new InvalidOptionException(
                "transportConfiguration",
                tuning.getClass().getName(),
                "transport=paho needs a bean of type " + PahoConfiguration.class.getName());
    }

    // One place for what must not be wrong: the options of the endpoint say how TLS is made.
    private static void requireNoTls(PahoConfiguration configuration) {
        if (configuration.getSslClientProps() != null
                || configuration.getSslHostnameVerifier() != null
                || !configuration.isHttpsHostnameVerificationEnabled()
                || configuration.getSocketFactory() instanceof SSLSocketFactory) {
            throw new InvalidOptionException(
                    "transportConfiguration",
                    configuration.getClass().getName(),
                    "leave its TLS settings out; use sslContextParameters, or caCertificate, deviceCertificate and"
                            + " devicePrivateKey, and hostnameVerification of the endpoint");
        }
    }

    // A version is set because the default connects a second time, as MQTT 3.1, after any refusal.
    MqttConnectOptions options(ConnectRequest request, OpenedSocket opened) {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setAutomaticReconnect(false);
        options.setUserName(request.credentials().username());
        options.setPassword(request.credentials().password().toCharArray());
        options.setCleanSession(request.cleanSession());
        options.setKeepAliveInterval((int) request.keepAlive().toSeconds());
        options.setConnectionTimeout(wholeSeconds(request.connectTimeout()));
        options.setMaxInflight(configuration.getMaxInflight());
        options.setExecutorServiceTimeout(configuration.getExecutorServiceTimeout());
        options.setCustomWebSocketHeaders(configuration.getCustomWebSocketHeaders());
        if (request.tls() == null) {
            SocketFactory sockets = configuration.getSocketFactory();
            options.setSocketFactory(
                    new PlainSocketFactory(sockets == null ? SocketFactory.getDefault() : sockets, opened));
        } else {
            options.setSocketFactory(new TlsSocketFactory(request.tls(), opened));
            options.setHttpsHostnameVerificationEnabled(request.tls().hostnameVerification());
        }
        return options;
    }

    MqttClientPersistence persistence() {
        if (configuration.getPersistence() != PahoPersistence.FILE) {
            return new MemoryPersistence();
        }
        String directory = configuration.getFilePersistenceDirectory();
        return directory == null ? new MqttDefaultFilePersistence() : new MqttDefaultFilePersistence(directory);
    }

    // rounded up: 0 would mean no limit
    private static int wholeSeconds(Duration limit) {
        return (int) limit.plusMillis(999).toSeconds();
    }
}
