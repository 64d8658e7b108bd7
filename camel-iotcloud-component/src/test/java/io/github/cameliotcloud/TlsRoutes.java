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
package io.github.cameliotcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.error.ConnectRefusedException;
import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.error.TlsException;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;
import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.CertificateRequest;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;
import io.github.cameliotcloud.testing.LogCapture;

/** Routes of key and certificate devices over TLS and WebSocket; run with each transport. */
abstract class TlsRoutes extends CamelTestSupport {

    static final String PRODUCT = "ABC1234567";
    static final String KEY_DEVICE = "key-01";
    static final String CERTIFICATE_DEVICE = "cert-01";
    private static final String SECRET = "RAW(ab+c/efgAAECAwQFBgcICQ==)";
    private static final CertificateAuthority CA = CertificateAuthority.create();
    private static final CertificateAuthority STRANGER = CertificateAuthority.create();
    private static final IssuedCertificate CERTIFICATE = CA.issueDevice(PRODUCT, CERTIFICATE_DEVICE);
    private static final Instant NOW = Instant.now();

    @TempDir
    Path files;

    private final String transport;
    private IotCloudSimulator cloud;

    TlsRoutes(String transport) {
        this.transport = transport;
    }

    @AfterEach
    void stopCloud() {
        context.stop();
        if (cloud != null) {
            cloud.close();
        }
    }

    // what works

    @Test
    void keyDeviceConnectsOverTlsWithTheCa() throws Exception {
        startCloud(simulator());

        assertTraffic(KEY_DEVICE, cloud.tlsBrokerUrl(), ca(CA), "deviceSecret=" + SECRET);
    }

    @Test
    void certificateDeviceConnectsWithAnyPassword() throws Exception {
        startCloud(simulator());

        assertTraffic(CERTIFICATE_DEVICE, cloud.tlsBrokerUrl(), ca(CA), device(CERTIFICATE));
    }

    @Test
    void certificateDeviceMayHaveAnRsaKeyInPkcs1() throws Exception {
        startCloud(simulator());
        IssuedCertificate rsa =
                CA.issue(CertificateRequest.device(PRODUCT, CERTIFICATE_DEVICE).withRsaKey());

        assertTraffic(
                CERTIFICATE_DEVICE,
                cloud.tlsBrokerUrl(),
                ca(CA),
                "deviceCertificate=" + file("rsa.crt", rsa.certificatePem()),
                "devicePrivateKey=" + file("rsa.key", rsa.traditionalPrivateKeyPem()));
    }

    @Test
    void pemTextMayComeFromProperties() throws Exception {
        startCloud(simulator());
        context.getPropertiesComponent().addInitialProperty("vault.ca", CA.certificatePem());
        context.getPropertiesComponent().addInitialProperty("vault.crt", CERTIFICATE.certificatePem());
        context.getPropertiesComponent().addInitialProperty("vault.key", CERTIFICATE.privateKeyPem());
        IotCloudConfiguration configuration =
                context.getComponent("iotcloud", IotCloudComponent.class).getConfiguration();
        configuration.setCaCertificate(context.resolvePropertyPlaceholders("{{vault.ca}}"));
        configuration.setDeviceCertificate(context.resolvePropertyPlaceholders("{{vault.crt}}"));
        configuration.setDevicePrivateKey(context.resolvePropertyPlaceholders("{{vault.key}}"));

        assertTraffic(CERTIFICATE_DEVICE, cloud.tlsBrokerUrl());
    }

    @Test
    void sslContextParametersCarryTheDeviceCertificate() throws Exception {
        startCloud(simulator());
        context.getRegistry().bind("tls", parameters(CA, CERTIFICATE));

        assertTraffic(CERTIFICATE_DEVICE, cloud.tlsBrokerUrl(), "sslContextParameters=#tls");
    }

    @Test
    void sslContextParametersOfTheCamelContextServeWhoeverAllowsIt() throws Exception {
        startCloud(simulator());
        context.setSSLContextParameters(parameters(CA, null));
        context.getComponent("iotcloud", IotCloudComponent.class).setUseGlobalSslContextParameters(true);

        assertTraffic(KEY_DEVICE, cloud.tlsBrokerUrl(), "deviceSecret=" + SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void tls12AndTls13AreOfferedByDefault(String version) throws Exception {
        startCloud(simulator().tlsProtocols(version));

        assertTraffic(CERTIFICATE_DEVICE, cloud.tlsBrokerUrl(), ca(CA), device(CERTIFICATE));
    }

    @Test
    void keyDeviceConnectsOverWebSocket() throws Exception {
        startCloud(simulator().webSocket());

        assertTraffic(KEY_DEVICE, cloud.webSocketBrokerUrl(), "deviceSecret=" + SECRET);
    }

    @Test
    void bothKindsOfDevicesConnectOverSecureWebSocket() throws Exception {
        startCloud(simulator().secureWebSocket());

        assertTraffic(KEY_DEVICE, cloud.secureWebSocketBrokerUrl(), ca(CA), "deviceSecret=" + SECRET);
        assertTraffic(CERTIFICATE_DEVICE, cloud.secureWebSocketBrokerUrl(), ca(CA), device(CERTIFICATE));
    }

    @Test
    void ipv6AddressIsReached() throws Exception {
        assumeIpv6();
        startCloud(simulator().host("::1").webSocket());

        assertTraffic(KEY_DEVICE, cloud.brokerUrl(), "deviceSecret=" + SECRET);
        assertThat(cloud.brokerUrl()).startsWith("tcp://[::1]:");
    }

    @Test
    void ipv6AddressIsReachedOverWebSocket() throws Exception {
        assumeIpv6();
        startCloud(simulator().host("::1").webSocket());

        assertTraffic(KEY_DEVICE, cloud.webSocketBrokerUrl(), "deviceSecret=" + SECRET);
    }

    @Test
    void renewedCertificateFilesAreUsedAtTheNextConnect() throws Exception {
        // GIVEN a certificate that the cloud does not know
        startCloud(simulator());
        MockEndpoint result = getMockEndpoint("mock:result");
        IssuedCertificate wrong = STRANGER.issueDevice(PRODUCT, CERTIFICATE_DEVICE);
        String uri = uri("control", CERTIFICATE_DEVICE, cloud.tlsBrokerUrl(), ca(CA), device(wrong))
                + "&failFast=false&maxReconnectDelay=200";
        start(uri, "mock:result");
        await().until(() -> lastError(uri) != null);

        // WHEN the files are replaced
        device(CERTIFICATE);

        // THEN
        await().until(() -> cloud.connections(PRODUCT, CERTIFICATE_DEVICE) == 1);
        result.expectedMessageCount(1);
        await().until(() -> !cloud.subscriptions(PRODUCT, CERTIFICATE_DEVICE).isEmpty());
        cloud.publishControl(PRODUCT, CERTIFICATE_DEVICE, "x");
        result.assertIsSatisfied();
    }

    @Test
    void lostConnectionOverSecureWebSocketIsMadeAgain() throws Exception {
        startCloud(simulator().secureWebSocket());
        MockEndpoint result = getMockEndpoint("mock:result");
        start(
                uri("control", KEY_DEVICE, cloud.secureWebSocketBrokerUrl(), ca(CA), "deviceSecret=" + SECRET),
                "mock:result");

        cloud.faults().cutConnection(PRODUCT, KEY_DEVICE);

        await().until(() -> cloud.connectCount(PRODUCT, KEY_DEVICE) == 2
                && !cloud.subscriptions(PRODUCT, KEY_DEVICE).isEmpty());
        result.expectedMessageCount(1);
        cloud.publishControl(PRODUCT, KEY_DEVICE, "x");
        result.assertIsSatisfied();
    }

    // what does not work, and what the user is told

    @Test
    void wrongCaSaysWhichOptionToSet() {
        startCloud(simulator());

        assertRefused(
                TlsException.class,
                "the certificate of " + cloud.tlsBrokerUrl() + " is not signed by a CA that is trusted here; set"
                        + " caCertificate",
                uri("event", KEY_DEVICE, cloud.tlsBrokerUrl(), ca(STRANGER), "deviceSecret=" + SECRET));
    }

    @Test
    void noCaSaysWhichOptionToSet() {
        startCloud(simulator());

        assertRefused(
                TlsException.class,
                "is not signed by a CA that is trusted here; set caCertificate",
                uri("event", KEY_DEVICE, cloud.tlsBrokerUrl(), "deviceSecret=" + SECRET));
    }

    @Test
    void wrongHostNameSaysWhatTheCertificateIsFor() {
        startCloud(simulator().serverCertificate(CA.issueServer("iot.example.org")));

        assertRefused(
                TlsException.class,
                "the certificate of " + cloud.tlsBrokerUrl() + " is for another host",
                uri("event", KEY_DEVICE, cloud.tlsBrokerUrl(), ca(CA), "deviceSecret=" + SECRET));
    }

    @Test
    void wrongHostNameIsAcceptedWithoutHostnameVerification() throws Exception {
        startCloud(simulator().serverCertificate(CA.issueServer("iot.example.org")));

        assertTraffic(KEY_DEVICE, cloud.tlsBrokerUrl(), ca(CA), "deviceSecret=" + SECRET, "hostnameVerification=false");
    }

    @Test
    void expiredCertificateOfTheCloudSaysSo() {
        startCloud(simulator()
                .serverCertificate(CA.issue(CertificateRequest.server("localhost")
                        .valid(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(2))))));

        assertRefused(
                TlsException.class,
                "the certificate of " + cloud.tlsBrokerUrl() + " has expired",
                uri("event", KEY_DEVICE, cloud.tlsBrokerUrl(), ca(CA), "deviceSecret=" + SECRET));
    }

    @Test
    void expiredDeviceCertificateSaysSo() {
        startCloud(simulator());
        IssuedCertificate expired = CA.issue(CertificateRequest.device(PRODUCT, CERTIFICATE_DEVICE)
                .valid(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(2))));

        assertRefused(
                InvalidOptionException.class,
                "Option deviceCertificate: expired on ",
                uri("event", CERTIFICATE_DEVICE, cloud.tlsBrokerUrl(), ca(CA), device(expired)));
    }

    @Test
    void keyThatDoesNotMatchSaysSo() {
        startCloud(simulator());
        IssuedCertificate other = CA.issueDevice(PRODUCT, CERTIFICATE_DEVICE);

        assertRefused(
                InvalidOptionException.class,
                "Option devicePrivateKey: is not the key of deviceCertificate",
                uri(
                        "event",
                        CERTIFICATE_DEVICE,
                        cloud.tlsBrokerUrl(),
                        ca(CA),
                        device(new IssuedCertificate(CERTIFICATE.certificate(), other.privateKey()))));
    }

    @Test
    void certificateOnTheKeyPortSaysWhichPortToUse() {
        startCloud(simulator());

        assertRefused(
                InvalidOptionException.class,
                "connects without TLS, but caCertificate is set: use ssl://host:8883",
                uri("event", CERTIFICATE_DEVICE, cloud.brokerUrl(), ca(CA), device(CERTIFICATE)));
        // whether the library sees an answer that is not TLS, or only the end of the connection, is a matter of chance
        assertThat(failure(uri(
                        "event",
                        CERTIFICATE_DEVICE,
                        cloud.brokerUrl().replace("tcp://", "ssl://"),
                        ca(CA),
                        device(CERTIFICATE))))
                .message()
                .containsAnyOf(
                        "does not speak TLS on this port; with TLS the cloud listens on 8883",
                        "check that the address is right, the broker runs and takes MQTT with TLS there");
    }

    @Test
    void plainConnectionToTheTlsPortSaysWhatIsSpokenThere() {
        startCloud(simulator());

        assertThat(failure(uri(
                        "event",
                        KEY_DEVICE,
                        cloud.tlsBrokerUrl().replace("ssl://", "tcp://"),
                        "deviceSecret=" + SECRET)))
                .hasMessageContaining(
                        "check that the address is right, the broker runs and takes MQTT without TLS there");
    }

    @Test
    void certificateOfAnUnknownCaIsRefusedByTheCloud() {
        startCloud(simulator());
        IssuedCertificate stranger = STRANGER.issueDevice(PRODUCT, CERTIFICATE_DEVICE);

        assertThat(failure(uri("event", CERTIFICATE_DEVICE, cloud.tlsBrokerUrl(), ca(CA), device(stranger))))
                .hasMessageContaining("the device certificate");
    }

    @Test
    void certificateOfAnotherDeviceIsRefused() {
        startCloud(simulator());
        IssuedCertificate other = CA.issueDevice(PRODUCT, "cert-02");

        assertRefused(
                ConnectRefusedException.class,
                "check the device certificate, product, device and that clock",
                uri("event", CERTIFICATE_DEVICE, cloud.tlsBrokerUrl(), ca(CA), device(other)));
    }

    @Test
    void olderTlsIsOnlyOfferedWhenAskedFor() {
        startCloud(simulator().tlsProtocols("TLSv1.2"));
        SSLContextParameters old = parameters(CA, null);
        SecureSocketProtocolsParameters versions = new SecureSocketProtocolsParameters();
        versions.setSecureSocketProtocol(List.of("TLSv1", "TLSv1.1"));
        old.setSecureSocketProtocols(versions);
        context.getRegistry().bind("old", old);

        try (LogCapture log = LogCapture.begin()) {
            assertThat(failure(uri(
                            "event",
                            KEY_DEVICE,
                            cloud.tlsBrokerUrl(),
                            "deviceSecret=" + SECRET,
                            "sslContextParameters=#old")))
                    .isInstanceOf(TlsException.class);
            assertThat(log.messages())
                    .anyMatch(message -> message.contains("asks for [TLSv1, TLSv1.1], which is not safe any more"));
        }
    }

    @Test
    void webSocketPathThatIsNotServedSaysWhatToCheck() {
        startCloud(simulator().webSocket());

        assertThat(failure(uri(
                        "event",
                        KEY_DEVICE,
                        cloud.webSocketBrokerUrl().replace("/mqtt", "/elsewhere"),
                        "deviceSecret=" + SECRET)))
                .hasMessageContaining("takes MQTT over WebSocket without TLS there");
    }

    // helpers

    private static void assumeIpv6() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            assertThat(any.isBound()).isTrue();
        } catch (IOException e) {
            System.out.println("ipv6: this machine has no ::1 (" + e.getMessage() + "), test skipped");
            Assumptions.abort("no IPv6");
        }
    }

    private IotCloudSimulatorBuilder simulator() {
        return IotCloudSimulator.builder()
                .tls()
                .certificateAuthority(CA)
                .device(PRODUCT, KEY_DEVICE, "ab+c/efgAAECAwQFBgcICQ==")
                .certificateDevice(PRODUCT, CERTIFICATE_DEVICE);
    }

    private void startCloud(IotCloudSimulatorBuilder builder) {
        cloud = builder.start();
    }

    private String uri(String channel, String device, String brokerUrl, String... options) {
        return "iotcloud:" + channel + "?product=" + PRODUCT + "&device=" + device + "&brokerUrl=" + brokerUrl
                + "&reconnectDelay=100&connectTimeout=15000&transport=" + transport
                + (options.length == 0 ? "" : "&" + String.join("&", options));
    }

    private String ca(CertificateAuthority authority) {
        return "caCertificate=" + file("ca.crt", authority.certificatePem());
    }

    private String device(IssuedCertificate issued) {
        return "deviceCertificate=" + file("device.crt", issued.certificatePem()) + "&devicePrivateKey="
                + file("device.key", issued.privateKeyPem());
    }

    private String file(String name, String content) {
        try {
            return "file:" + Files.writeString(files.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message goes down and one goes up, over one connection. */
    private void assertTraffic(String device, String brokerUrl, String... options) throws Exception {
        String down = "mock:down-" + device;
        MockEndpoint result = getMockEndpoint(down);
        result.expectedBodiesReceived("off");
        start(uri("control", device, brokerUrl, options), down);

        cloud.publishControl(PRODUCT, device, "off");
        template.requestBody(uri("event", device, brokerUrl, options), "on");

        result.assertIsSatisfied();
        assertThat(cloud.received(PRODUCT, device, "event")).hasSize(1);
        assertThat(cloud.connectCount(PRODUCT, device)).isEqualTo(1);
    }

    private void start(String from, String to) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).convertBodyTo(String.class).to(to);
            }
        });
    }

    private void assertRefused(Class<? extends Exception> type, String message, String uri) {
        assertThat(failure(uri)).isInstanceOf(type).hasMessageContaining(message);
    }

    /** @return why a producer of the endpoint does not start */
    private Throwable failure(String uri) {
        Throwable failure = catchThrowable(() -> template.requestBody(uri, "x"));
        assertThat(failure).isNotNull();
        while (failure.getCause() != null
                && !failure.getClass().getName().startsWith("io.github.cameliotcloud.error")) {
            failure = failure.getCause();
        }
        return failure;
    }

    private String lastError(String uri) {
        return context.getEndpoint(uri, IotCloudEndpoint.class).getLastError();
    }

    private static SSLContextParameters parameters(CertificateAuthority authority, IssuedCertificate device) {
        SSLContextParameters parameters = new SSLContextParameters();
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(keyStore(store -> store.setCertificateEntry("ca", authority.certificate())));
        parameters.setTrustManagers(trust);
        if (device != null) {
            KeyManagersParameters keys = new KeyManagersParameters();
            keys.setKeyPassword("changeit");
            keys.setKeyStore(keyStore(store -> store.setKeyEntry(
                    "device", device.privateKey(), "changeit".toCharArray(), new X509Certificate[] {device.certificate()
                    })));
            parameters.setKeyManagers(keys);
        }
        return parameters;
    }

    private static KeyStoreParameters keyStore(Content content) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            content.put(store);
            KeyStoreParameters parameters = new KeyStoreParameters();
            parameters.setKeyStore(store);
            return parameters;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Content {
        void put(KeyStore store) throws GeneralSecurityException;
    }
}
