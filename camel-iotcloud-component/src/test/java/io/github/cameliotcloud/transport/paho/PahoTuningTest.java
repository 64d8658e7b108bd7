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

import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

import org.apache.camel.component.paho.PahoConfiguration;
import org.apache.camel.component.paho.PahoPersistence;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.paho.client.mqttv3.persist.MqttDefaultFilePersistence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.session.ConnectRequest;

class PahoTuningTest {

    private static final ConnectRequest REQUEST = new ConnectRequest(
            BrokerAddress.tcp("localhost", 1883),
            null,
            new Credentials("client", "user", "password"),
            false,
            Duration.ofSeconds(90),
            Duration.ofMillis(1_500));

    @Test
    void withoutConfigurationAllPacketIdsMayBeInFlightAndNothingIsOnDisk() {
        PahoTuning tuning = PahoTuning.of(null);

        assertThat(tuning.options(REQUEST, new OpenedSocket()).getMaxInflight()).isEqualTo(65_535);
        assertThat(tuning.persistence()).isInstanceOf(MemoryPersistence.class);
    }

    @Test
    void configurationTunesTheLibrary() throws Exception {
        PahoConfiguration configuration = new PahoConfiguration();
        Properties properties = new Properties();
        OneSocket sockets = new OneSocket();
        configuration.setMaxInflight(77);
        configuration.setPersistence(PahoPersistence.FILE);
        configuration.setFilePersistenceDirectory("target/paho");
        configuration.setExecutorServiceTimeout(3);
        configuration.setSocketFactory(sockets);
        configuration.setCustomWebSocketHeaders(properties);

        PahoTuning tuning = PahoTuning.of(configuration);

        MqttConnectOptions options = tuning.options(REQUEST, new OpenedSocket());
        assertThat(options.getMaxInflight()).isEqualTo(77);
        assertThat(options.getExecutorServiceTimeout()).isEqualTo(3);
        assertThat(options.getSocketFactory().createSocket()).isSameAs(sockets.socket);
        assertThat(options.getCustomWebSocketHeaders()).isSameAs(properties);
        assertThat(tuning.persistence()).isInstanceOf(MqttDefaultFilePersistence.class);
    }

    @Test
    void tlsIsConfiguredAtTheEndpointOnly() {
        List<Consumer<PahoConfiguration>> settings = List.of(
                configuration -> configuration.setSslClientProps(new Properties()),
                configuration -> configuration.setHttpsHostnameVerificationEnabled(false),
                configuration -> configuration.setSslHostnameVerifier((host, session) -> true),
                configuration -> configuration.setSocketFactory(SSLSocketFactory.getDefault()));
        settings.forEach(setting -> {
            PahoConfiguration configuration = new PahoConfiguration();
            setting.accept(configuration);

            assertThatThrownBy(() -> PahoTuning.of(configuration))
                    .isInstanceOf(InvalidOptionException.class)
                    .hasMessageContaining("leave its TLS settings out; use sslContextParameters");
        });
    }

    @Test
    void configurationDecidesNothingThatBelongsToTheSession() {
        PahoConfiguration configuration = new PahoConfiguration();
        configuration.setUserName("other");
        configuration.setPassword("other");
        configuration.setCleanSession(true);
        configuration.setKeepAliveInterval(1);
        configuration.setConnectionTimeout(1);
        configuration.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1);
        configuration.setAutomaticReconnect(true);
        configuration.setServerURIs("tcp://elsewhere:1883");
        configuration.setWillTopic("will");
        configuration.setWillPayload("will");

        MqttConnectOptions options = PahoTuning.of(configuration).options(REQUEST, new OpenedSocket());

        assertThat(options.getUserName()).isEqualTo("user");
        assertThat(options.getPassword()).containsExactly("password".toCharArray());
        assertThat(options.isCleanSession()).isFalse();
        assertThat(options.getKeepAliveInterval()).isEqualTo(90);
        assertThat(options.getConnectionTimeout()).isEqualTo(2);
        assertThat(options.getMqttVersion()).isEqualTo(MqttConnectOptions.MQTT_VERSION_3_1_1);
        assertThat(options.isAutomaticReconnect()).isFalse();
        assertThat(options.getServerURIs()).isNull();
        assertThat(options.getWillMessage()).isNull();
    }

    @Test
    void laterChangeOfTheConfigurationHasNoEffect() {
        PahoConfiguration configuration = new PahoConfiguration();
        configuration.setMaxInflight(5);
        PahoTuning tuning = PahoTuning.of(configuration);

        configuration.setMaxInflight(6);

        assertThat(tuning.options(REQUEST, new OpenedSocket()).getMaxInflight()).isEqualTo(5);
    }

    private static final class OneSocket extends SocketFactory {

        private final Socket socket = new Socket();

        @Override
        public Socket createSocket() {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            return socket;
        }
    }
}
