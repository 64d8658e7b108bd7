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

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.CertificateRequest;

/** Key devices and certificate devices on each kind of port. */
class SecurePortsIT {

    private static final String USER_NAME = PRODUCT + DEVICE + ";12010126;x7K2p;4102444800";

    enum Port {
        PLAIN,
        TLS,
        WEB_SOCKET,
        SECURE_WEB_SOCKET;

        String of(IotCloudSimulator simulator) {
            return switch (this) {
                case PLAIN -> simulator.brokerUrl();
                case TLS -> simulator.tlsBrokerUrl();
                case WEB_SOCKET -> simulator.webSocketBrokerUrl();
                case SECURE_WEB_SOCKET -> simulator.secureWebSocketBrokerUrl();
            };
        }
    }

    private static IotCloudSimulator keySimulator;
    private static IotCloudSimulator certificateSimulator;
    private static TestClients clients;
    private TestDevice device;

    @BeforeAll
    static void start() {
        CertificateAuthority authority = CertificateAuthority.create();
        clients = TestClients.trusting(authority);
        keySimulator = allPorts(authority).device(PRODUCT, DEVICE, SECRET).start();
        certificateSimulator =
                allPorts(authority).certificateDevice(PRODUCT, DEVICE).start();
    }

    @AfterAll
    static void stop() {
        keySimulator.close();
        certificateSimulator.close();
    }

    @AfterEach
    void disconnect() {
        device.close();
    }

    private static IotCloudSimulatorBuilder allPorts(CertificateAuthority authority) {
        return IotCloudSimulator.builder()
                .certificateAuthority(authority)
                .tls()
                .webSocket()
                .secureWebSocket();
    }

    @ParameterizedTest
    @EnumSource
    void keyDeviceLogsInByItsSignatureOnEveryPort(Port port) {
        device = clients.device(port.of(keySimulator));

        device.connect(true);
        device.publish(device.topic("event"), port.name(), 1);

        assertThat(keySimulator.received(PRODUCT, DEVICE, "event"))
                .extracting(ReceivedMessage::text)
                .contains(port.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "SECURE_WEB_SOCKET"})
    void certificateDoesNotReplaceTheSignatureOfAKeyDevice(Port port) {
        device = clients.showing(keySimulator.certificates().issueDevice(PRODUCT, DEVICE))
                .device(port.of(keySimulator));

        assertRefused(4, USER_NAME, "anything");
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "SECURE_WEB_SOCKET"})
    @DisplayName("2.1 the password of a certificate device is not checked")
    void certificateDeviceLogsInWithAnyPassword(Port port) {
        device = withCertificate(port);

        device.connect(true, USER_NAME, "anything", 60);
        device.publish(device.topic("event"), port.name(), 1);

        assertThat(certificateSimulator.received(PRODUCT, DEVICE, "event"))
                .extracting(ReceivedMessage::text)
                .contains(port.name());
    }

    @Test
    void certificateDeviceMayHaveAnRsaKey() {
        device = clients.showing(certificateSimulator
                        .certificates()
                        .issue(CertificateRequest.device(PRODUCT, DEVICE).withRsaKey()))
                .device(certificateSimulator.tlsBrokerUrl());

        device.connect(true, USER_NAME, "anything", 60);

        assertThat(certificateSimulator.connections(PRODUCT, DEVICE)).isOne();
    }

    @Test
    @DisplayName("2.1 the user name of a certificate device may lack the expiry")
    void userNameOfACertificateDeviceMayLackTheExpiry() {
        device = withCertificate(Port.TLS);

        device.connect(true, PRODUCT + DEVICE + ";12010126;12345", "", 60);

        assertThat(certificateSimulator.connections(PRODUCT, DEVICE)).isOne();
    }

    @Test
    void certificateDeviceMayHaveNoPassword() {
        device = withCertificate(Port.TLS);

        device.client()
                .connectWith()
                .simpleAuth()
                .username(USER_NAME)
                .applySimpleAuth()
                .send();

        assertThat(certificateSimulator.connections(PRODUCT, DEVICE)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", PRODUCT + "dev-02;12010126;x7K2p;4102444800", PRODUCT + DEVICE + ";1;a;1;1"})
    void userNameOfACertificateDeviceMustBeItsOwn(String userName) {
        device = withCertificate(Port.TLS);

        assertRefused(4, userName, "anything");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("2.3 a key does not do for a certificate product")
    void certificateDeviceWithoutCertificateIsRefusedWithCode3(Port port) {
        device = clients.device(port.of(certificateSimulator));

        assertRefused(3, USER_NAME, TestDevice.token(USER_NAME) + ";hmacsha256");
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "SECURE_WEB_SOCKET"})
    void certificateOfAnotherDeviceIsRefusedWithCode5(Port port) {
        device = clients.showing(certificateSimulator.certificates().issueDevice(PRODUCT, "dev-02"))
                .device(port.of(certificateSimulator));

        assertRefused(5, USER_NAME, "anything");
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "SECURE_WEB_SOCKET"})
    void certificateOfAnotherAuthorityFailsInTls(Port port) {
        device = clients.showing(CertificateAuthority.create().issueDevice(PRODUCT, DEVICE))
                .device(port.of(certificateSimulator));

        assertTlsFailure();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "SECURE_WEB_SOCKET"})
    void expiredCertificateFailsInTls(Port port) {
        Instant now = Instant.now();
        device = clients.showing(certificateSimulator
                        .certificates()
                        .issue(CertificateRequest.device(PRODUCT, DEVICE)
                                .valid(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)))))
                .device(port.of(certificateSimulator));

        assertTlsFailure();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "SECURE_WEB_SOCKET"})
    void disabledCertificateDeviceIsCutAndRefusedWithCode5(Port port) {
        device = withCertificate(port);
        device.connect(true, USER_NAME, "anything", 60);

        certificateSimulator.enableDevice(PRODUCT, DEVICE, false);

        try {
            await().until(() -> !device.client().getState().isConnected());
            assertRefused(5, USER_NAME, "anything");
        } finally {
            certificateSimulator.enableDevice(PRODUCT, DEVICE, true);
        }
    }

    private TestDevice withCertificate(Port port) {
        return clients.showing(certificateSimulator.certificates().issueDevice(PRODUCT, DEVICE))
                .device(port.of(certificateSimulator));
    }

    private void assertTlsFailure() {
        int before = certificateSimulator.connectAttempts(PRODUCT, DEVICE);

        // an alert, or with TLS 1.3, where the client has sent its CONNECT by then, maybe only a reset
        assertThatThrownBy(() -> device.connect(true, USER_NAME, "anything", 60))
                .isNotInstanceOf(Mqtt3ConnAckException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(certificateSimulator.connectAttempts(PRODUCT, DEVICE)).isEqualTo(before);
    }

    private void assertRefused(int code, String userName, String password) {
        Mqtt3ConnAckException refusal =
                catchThrowableOfType(Mqtt3ConnAckException.class, () -> device.connect(true, userName, password, 60));
        assertThat(refusal.getMqttMessage().getReturnCode().getCode()).isEqualTo(code);
    }
}
