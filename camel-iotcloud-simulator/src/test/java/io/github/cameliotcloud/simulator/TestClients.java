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

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientSslConfigBuilder;
import com.hivemq.client.mqtt.MqttWebSocketConfig;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;

/** MQTT clients for all ports of a simulator. */
final class TestClients {

    private static final char[] NO_PASSWORD = new char[0];

    private final CertificateAuthority trusted;
    private final IssuedCertificate certificate;

    private TestClients(CertificateAuthority trusted, IssuedCertificate certificate) {
        this.trusted = trusted;
        this.certificate = certificate;
    }

    static TestClients trusting(CertificateAuthority trusted) {
        return new TestClients(trusted, null);
    }

    TestClients showing(IssuedCertificate shown) {
        return new TestClients(trusted, shown);
    }

    /** A device {@code TestDevice.PRODUCT/TestDevice.DEVICE} that is not connected yet. */
    TestDevice device(String url) {
        return new TestDevice(client(url));
    }

    Mqtt3BlockingClient client(String url) {
        URI uri = URI.create(url);
        Mqtt3ClientBuilder builder = MqttClient.builder()
                .useMqttVersion3()
                .identifier(TestDevice.PRODUCT + TestDevice.DEVICE)
                .serverHost(uri.getHost())
                .serverPort(uri.getPort());
        if (List.of("ssl", "wss").contains(uri.getScheme())) {
            builder.sslConfig(ssl());
        }
        if (List.of("ws", "wss").contains(uri.getScheme())) {
            builder.webSocketConfig(
                    MqttWebSocketConfig.builder().serverPath(uri.getPath()).build());
        }
        return builder.buildBlocking();
    }

    private MqttClientSslConfig ssl() {
        try {
            MqttClientSslConfigBuilder ssl = MqttClientSslConfig.builder().trustManagerFactory(trust());
            if (certificate != null) {
                ssl.keyManagerFactory(keys());
            }
            return ssl.build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shakes hands with this one TLS protocol, and returns what was agreed. */
    String handshake(String host, int port, String protocol) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust().getTrustManagers(), null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private TrustManagerFactory trust() throws Exception {
        KeyStore store = emptyStore();
        store.setCertificateEntry("ca", trusted.certificate());
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private KeyManagerFactory keys() throws Exception {
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "device", certificate.privateKey(), NO_PASSWORD, new Certificate[] {certificate.certificate()});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory;
    }

    /** The certificate and key in {@code name.crt} and {@code name.key}. */
    static IssuedCertificate read(Path directory, String name) throws Exception {
        try (InputStream pem = Files.newInputStream(directory.resolve(name + ".crt"))) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return new IssuedCertificate(certificate, key(Files.readString(directory.resolve(name + ".key")), "EC"));
        }
    }

    static PrivateKey key(String pkcs8Pem, String algorithm) throws Exception {
        byte[] der = Base64.getMimeDecoder().decode(pkcs8Pem.replaceAll("-----.*-----", ""));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static KeyStore emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
