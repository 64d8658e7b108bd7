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

import java.nio.file.Path;
import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;
import io.github.cameliotcloud.testinfra.MosquittoListener;
import io.github.cameliotcloud.testinfra.MosquittoService;

/** Routes against a real Mosquitto with TLS, with client certificates, and over WebSocket; run with each transport. */
abstract class MosquittoTlsRoutes {

    private static final String PRODUCT = "MOSQUITTO1";
    private static final CertificateAuthority CA = CertificateAuthority.create();

    private final String transport;

    MosquittoTlsRoutes(String transport) {
        this.transport = transport;
    }

    private static Map<String, String> certificates(String host) {
        IssuedCertificate server = CA.issueServer(host);
        return Map.of(
                "ca.crt", CA.certificatePem(),
                "server.crt", server.certificatePem(),
                "server.key", server.privateKeyPem());
    }

    /** A message goes up and comes down again. */
    abstract class Traffic extends CamelTestSupport {

        @TempDir
        Path files;

        abstract MosquittoService mosquitto();

        @BeforeEach
        void writeCertificates() {
            CA.writeTo(files);
            CA.issueDevice(PRODUCT, transport).writeTo(files, "device");
        }

        void assertTraffic(String options) throws Exception {
            String uri = uri(options);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:up").to(uri);
                    from(uri).convertBodyTo(String.class).to("mock:down");
                }
            });
            MockEndpoint down = getMockEndpoint("mock:down");
            down.expectedBodiesReceived("1", "2", "3");
            for (int i = 1; i <= 3; i++) {
                template.requestBody("direct:up", String.valueOf(i));
            }
            down.assertIsSatisfied();
        }

        Throwable failure(String options) {
            Throwable failure = catchThrowable(() -> template.requestBody(uri(options), "x"));
            while (failure.getCause() != null
                    && !failure.getClass().getPackageName().endsWith("cameliotcloud.error")) {
                failure = failure.getCause();
            }
            return failure;
        }

        String uri(String options) {
            return "iotcloud:data?product=" + PRODUCT + "&device=" + transport + "&brokerUrl="
                    + mosquitto().brokerUrl() + "&reconnectDelay=50&transport=" + transport + options;
        }

        String ca() {
            return "&caCertificate=file:" + files + "/ca.crt";
        }

        String device() {
            return "&deviceCertificate=file:" + files + "/device.crt&devicePrivateKey=file:" + files + "/device.key";
        }
    }

    @Nested
    class WithTls extends Traffic {

        @RegisterExtension
        static final MosquittoService MOSQUITTO =
                new MosquittoService(MosquittoListener.tls(false, MosquittoTlsRoutes::certificates));

        @Override
        MosquittoService mosquitto() {
            return MOSQUITTO;
        }

        @Test
        void keyDeviceSendsAndReceives() throws Exception {
            assertTraffic(ca() + "&deviceSecret=RAW(AAECAwQFBgcICQoLDA0ODw==)");
        }

        @Test
        void withoutTheCaTheRemedyIsNamed() {
            assertThat(failure("&deviceSecret=RAW(AAECAwQFBgcICQoLDA0ODw==)"))
                    .hasMessageContaining("is not signed by a CA that is trusted here; set caCertificate");
        }
    }

    @Nested
    class WithClientCertificates extends Traffic {

        @RegisterExtension
        static final MosquittoService MOSQUITTO =
                new MosquittoService(MosquittoListener.tls(true, MosquittoTlsRoutes::certificates));

        @Override
        MosquittoService mosquitto() {
            return MOSQUITTO;
        }

        @Test
        void certificateDeviceSendsAndReceives() throws Exception {
            assertTraffic(ca() + device());
        }

        @Test
        void deviceWithoutCertificateIsToldSo() {
            assertThat(failure(ca() + "&deviceSecret=RAW(AAECAwQFBgcICQoLDA0ODw==)"))
                    .hasMessageContaining("device certificate");
        }
    }

    @Nested
    class OverWebSocket extends Traffic {

        @RegisterExtension
        static final MosquittoService MOSQUITTO = new MosquittoService(MosquittoListener.webSocket());

        @Override
        MosquittoService mosquitto() {
            return MOSQUITTO;
        }

        @Test
        void deviceSendsAndReceives() throws Exception {
            assertTraffic("&deviceSecret=RAW(AAECAwQFBgcICQoLDA0ODw==)");
        }
    }
}
