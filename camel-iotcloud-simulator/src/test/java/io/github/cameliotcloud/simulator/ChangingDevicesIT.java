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

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAckReturnCode;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.application.RefusedException;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;

class ChangingDevicesIT {

    private IotCloudSimulator simulator;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder().product(PRODUCT).tls().start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void createdDeviceConnectsAndGetsMessages() {
        simulator.devices().create(PRODUCT, DEVICE, SECRET);

        try (TestDevice device = TestDevice.connected(simulator)) {
            device.subscribe(device.topic("control"), 1);
            simulator.publishControl(PRODUCT, DEVICE, "hello");
            await().until(() -> device.inbox().size() == 1);
        }
    }

    @Test
    void deletedDeviceIsCutOffAndUnknown() {
        simulator.devices().create(PRODUCT, DEVICE, SECRET);
        try (TestDevice device = TestDevice.connected(simulator)) {
            simulator.setDesired(PRODUCT, DEVICE, "{\"t\":1}");

            simulator.devices().delete(PRODUCT, DEVICE);

            await().until(() -> !device.client().getState().isConnected());
            assertThatExceptionOfType(Mqtt3ConnAckException.class)
                    .isThrownBy(() -> device.connect(true))
                    .satisfies(e -> assertThat(e.getMqttMessage().getReturnCode())
                            .isEqualTo(Mqtt3ConnAckReturnCode.IDENTIFIER_REJECTED));
        }
        assertThat(simulator.totalConnections()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.shadow(PRODUCT, DEVICE));
    }

    @Test
    void deviceCreatedAgainHasNeitherShadowNorSession() {
        simulator.devices().create(PRODUCT, DEVICE, SECRET);
        try (TestDevice device = TestDevice.of(simulator)) {
            device.connect(false);
            device.subscribe(device.topic("control"), 1);
            device.close();
            await().until(() -> simulator.totalConnections() == 0);
            simulator.setDesired(PRODUCT, DEVICE, "{\"t\":1}");
            simulator.publishControl(PRODUCT, DEVICE, "lost");

            simulator.devices().delete(PRODUCT, DEVICE);
            simulator.devices().create(PRODUCT, DEVICE, SECRET);

            assertThat(device.connect(false).isSessionPresent()).isFalse();
            assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isZero();
            assertThat(simulator.shadow(PRODUCT, DEVICE).at("/version").longValue())
                    .isZero();
        }
    }

    @Test
    void randomSecretIsShown() {
        simulator.devices().create(PRODUCT, "new");

        assertThat(simulator.secrets().of(PRODUCT, "new")).isNotBlank();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> simulator.devices().create(PRODUCT, "new"))
                .withMessage("The device exists already.");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> simulator.devices().create("NONE123456", "new"))
                .withMessage("The product does not exist.");
    }

    @Test
    void certificateFromTheCloudApiOpensTheTlsPort() throws Exception {
        try (IotCloudSimulator certified = IotCloudSimulator.builder()
                .certificateDevice(PRODUCT, "first")
                .tls()
                .start()) {
            JsonNode created = new ApiCalls(certified, HttpClient.Version.HTTP_1_1)
                    .post(
                            "{\"ProductId\":\"" + PRODUCT + "\",\"DeviceName\":\"" + DEVICE + "\"}",
                            Map.of("X-TC-Action", "CreateDevice"));
            byte[] pem = created.path("DeviceCert").textValue().getBytes(UTF_8);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
            IssuedCertificate issued = new IssuedCertificate(
                    certificate,
                    TestClients.key(created.path("DevicePrivateKey").textValue(), "EC"));

            try (TestDevice device = TestClients.trusting(certified.certificates())
                    .showing(issued)
                    .device(certified.tlsBrokerUrl())) {
                device.connect(true);
                assertThat(certified.connections(PRODUCT, DEVICE)).isEqualTo(1);
            }
        }
    }
}
