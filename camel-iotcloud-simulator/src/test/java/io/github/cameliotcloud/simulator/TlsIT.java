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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.net.ssl.SSLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.CertificateRequest;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;

/** What secure ports show and speak. */
class TlsIT {

    @Test
    void chosenServerCertificateIsShown() {
        CertificateAuthority authority = CertificateAuthority.create();
        Instant now = Instant.now();
        IssuedCertificate expired = authority.issue(CertificateRequest.server("localhost")
                .valid(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1))));
        try (IotCloudSimulator simulator = securePorts()
                .certificateAuthority(authority)
                .serverCertificate(expired)
                .start()) {
            assertThat(simulator.certificates()).isSameAs(authority);
            for (String url : List.of(simulator.tlsBrokerUrl(), simulator.secureWebSocketBrokerUrl())) {
                assertThatThrownBy(() ->
                                TestClients.trusting(authority).device(url).connect(true))
                        .hasStackTraceContaining("NotAfter");
            }
        }
    }

    @Test
    void clientThatTrustsAnotherAuthorityTurnsAway() {
        try (IotCloudSimulator simulator = securePorts().start()) {
            assertThatThrownBy(() -> TestClients.trusting(CertificateAuthority.create())
                            .device(simulator.tlsBrokerUrl())
                            .connect(true))
                    .hasStackTraceContaining("unable to find valid certification path");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void onlyTheChosenTlsProtocolIsSpoken(String protocol) throws Exception {
        String other = protocol.equals("TLSv1.2") ? "TLSv1.3" : "TLSv1.2";
        try (IotCloudSimulator simulator = securePorts().tlsProtocols(protocol).start()) {
            TestClients clients = TestClients.trusting(simulator.certificates());

            assertThat(clients.handshake("localhost", simulator.tlsPort(), protocol))
                    .isEqualTo(protocol);
            assertThatThrownBy(() -> clients.handshake("localhost", simulator.tlsPort(), other))
                    .isInstanceOf(SSLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void tls12And13AreSpokenUnlessChosenOtherwise(String protocol) throws Exception {
        try (IotCloudSimulator simulator = securePorts().start()) {
            assertThat(TestClients.trusting(simulator.certificates())
                            .handshake("localhost", simulator.secureWebSocketPort(), protocol))
                    .isEqualTo(protocol);
        }
    }

    @Test
    void unknownTlsProtocolIsRefused() {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.tlsProtocols("SSLv3"))
                .withMessage("TLS protocols are one or more of TLSv1, TLSv1.1, TLSv1.2 and TLSv1.3, not [SSLv3]");
        assertThatIllegalArgumentException().isThrownBy(builder::tlsProtocols);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.tlsPort(65_536));
    }

    private static IotCloudSimulatorBuilder securePorts() {
        return IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).tls().secureWebSocket();
    }
}
