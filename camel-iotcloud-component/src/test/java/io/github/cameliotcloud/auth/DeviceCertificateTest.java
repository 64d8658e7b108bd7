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
package io.github.cameliotcloud.auth;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.CertificateRequest;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;

class DeviceCertificateTest {

    private static final CertificateAuthority CA = CertificateAuthority.create();
    private static final CertificateRequest DEVICE = CertificateRequest.device("ABC1234567", "dev-01");
    private static final IssuedCertificate EC = CA.issue(DEVICE);
    private static final IssuedCertificate RSA = CA.issue(DEVICE.withRsaKey());

    @Test
    void ecAndRsaKeysAreReadFromPkcs8() {
        assertThat(PemPrivateKey.parse("devicePrivateKey", EC.privateKeyPem())).isEqualTo(EC.privateKey());
        assertThat(PemPrivateKey.parse("devicePrivateKey", RSA.privateKeyPem())).isEqualTo(RSA.privateKey());
    }

    @Test
    void rsaKeyOfTheConsoleIsReadFromPkcs1() {
        String pem = RSA.traditionalPrivateKeyPem();
        assertThat(pem).startsWith("-----BEGIN RSA PRIVATE KEY-----");

        assertThat(PemPrivateKey.parse("devicePrivateKey", pem)).isEqualTo(RSA.privateKey());
    }

    @Test
    void textAroundTheBlocksIsIgnored() {
        String pem = "Bag Attributes\r\n" + EC.certificatePem() + "# the key\n" + EC.privateKeyPem() + "\nend\n";

        assertThat(PemPrivateKey.parse("devicePrivateKey", pem)).isEqualTo(EC.privateKey());
        assertThat(PemCertificates.parse("deviceCertificate", pem.substring(0, pem.indexOf("# the key"))))
                .containsExactly(EC.certificate());
    }

    @Test
    void chainKeepsItsOrder() {
        assertThat(PemCertificates.parse("deviceCertificate", EC.certificatePem() + CA.certificatePem()))
                .containsExactly(EC.certificate(), CA.certificate());
    }

    @Test
    void otherKindsOfKeysSayHowToConvertThem() {
        assertThatThrownBy(() -> PemPrivateKey.parse("devicePrivateKey", EC.traditionalPrivateKeyPem()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("Option devicePrivateKey: holds a private key of the kind EC PRIVATE KEY: convert it with"
                        + " openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
        assertThatThrownBy(() -> PemPrivateKey.parse(
                        "devicePrivateKey",
                        EC.privateKeyPem().replace("PRIVATE KEY-----", "ENCRYPTED PRIVATE KEY-----")))
                .hasMessageContaining("convert it with openssl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret text",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nc2VjcmV0IHRleHQ=\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0IHRleHQ=\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nc2VjcmV0IHRleHQ\n-----END EC PRIVATE KEY-----"
            })
    void unreadableKeyIsRefusedWithoutQuotingIt(String pem) {
        assertThatThrownBy(() -> PemPrivateKey.parse("devicePrivateKey", pem))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("Option devicePrivateKey: holds ")
                .hasMessageNotContainingAny("c2VjcmV0", "secret text")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no certificate",
                "-----BEGIN CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
            })
    void unreadableCertificateIsRefused(String pem) {
        assertThatThrownBy(() -> PemCertificates.parse("caCertificate", pem))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("Option caCertificate: holds ");
    }

    @Test
    void keyOfAnotherCertificateIsRefused() {
        IssuedCertificate other = CA.issue(DEVICE);

        assertMismatch(EC.certificate(), other.privateKey());
        assertMismatch(EC.certificate(), RSA.privateKey());
        assertThat(new DeviceCertificate(List.of(EC.certificate()), EC.privateKey()))
                .hasToString("DeviceCertificate[" + EC.certificate().getSubjectX500Principal() + "]");
    }

    @Test
    void certificateIsRefusedBeforeAndAfterItsTime() {
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        Instant end = begin.plus(Duration.ofDays(30));
        IssuedCertificate issued = CA.issue(DEVICE.valid(begin, end));
        DeviceCertificate certificate = new DeviceCertificate(List.of(issued.certificate()), issued.privateKey());

        certificate.requireValid(begin);
        certificate.requireValid(end);
        assertThatThrownBy(() -> certificate.requireValid(end.plusSeconds(1)))
                .hasMessage(
                        "Option deviceCertificate: expired on 2026-01-31T00:00:00Z: renew it, or correct the clock of"
                                + " this machine");
        assertThatThrownBy(() -> certificate.requireValid(begin.minusSeconds(1)))
                .hasMessage("Option deviceCertificate: is valid from 2026-01-01T00:00:00Z on: correct the clock of this"
                        + " machine");
    }

    private static void assertMismatch(X509Certificate certificate, PrivateKey key) {
        assertThatThrownBy(() -> new DeviceCertificate(List.of(certificate), key))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("Option devicePrivateKey: is not the key of deviceCertificate: take both files of the same"
                        + " device");
    }
}
