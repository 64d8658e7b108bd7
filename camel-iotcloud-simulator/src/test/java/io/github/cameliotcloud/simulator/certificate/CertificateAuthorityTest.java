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
package io.github.cameliotcloud.simulator.certificate;

import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CertificateAuthorityTest {

    private static final Instant NOON = Instant.parse("2024-02-03T12:00:00Z");

    private final CertificateAuthority authority = CertificateAuthority.create();

    @Test
    void rootIsASelfSignedAuthorityOnAnEcKey() throws Exception {
        X509Certificate root = authority.certificate();

        root.verify(root.getPublicKey());
        root.checkValidity();
        assertThat(root.getBasicConstraints()).isZero();
        assertThat(root.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void twoAuthoritiesHaveDifferentNames() {
        assertThat(CertificateAuthority.create().certificate().getSubjectX500Principal())
                .isNotEqualTo(authority.certificate().getSubjectX500Principal());
    }

    @Test
    void deviceCertificateNamesTheDeviceAndIsForClients() throws Exception {
        X509Certificate certificate =
                authority.issueDevice("ABC1234567", "dev-01").certificate();

        certificate.verify(authority.certificate().getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=ABC1234567dev-01");
        assertThat(certificate.getIssuerX500Principal())
                .isEqualTo(authority.certificate().getSubjectX500Principal());
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void serverCertificateHoldsNamesAndAddresses() throws Exception {
        X509Certificate certificate =
                authority.issueServer("localhost", "127.0.0.1", "::1").certificate();

        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void validityIsAsRequested() {
        X509Certificate expired = authority
                .issue(CertificateRequest.server("localhost").valid(NOON, NOON.plusSeconds(1)))
                .certificate();
        X509Certificate early = authority
                .issue(CertificateRequest.device("ABC1234567", "dev-01")
                        .valid(Instant.parse("2999-01-01T00:00:00Z"), Instant.parse("2999-01-02T00:00:00Z")))
                .certificate();

        assertThat(expired.getNotBefore()).isEqualTo(Date.from(NOON));
        assertThat(expired.getNotAfter()).isEqualTo(Date.from(NOON.plusSeconds(1)));
        assertThatExceptionOfType(CertificateExpiredException.class).isThrownBy(expired::checkValidity);
        assertThatExceptionOfType(CertificateNotYetValidException.class).isThrownBy(early::checkValidity);
    }

    @ParameterizedTest
    @CsvSource({"EC,BEGIN EC PRIVATE KEY", "RSA,BEGIN RSA PRIVATE KEY"})
    void keyIsTheSameInBothPemForms(String algorithm, String traditionalHeader) throws Exception {
        CertificateRequest request = CertificateRequest.device("ABC1234567", "dev-01");
        IssuedCertificate issued = authority.issue(algorithm.equals("RSA") ? request.withRsaKey() : request);

        assertThat(issued.privateKey().getAlgorithm()).isEqualTo(algorithm);
        assertThat(issued.certificate().getPublicKey().getAlgorithm()).isEqualTo(algorithm);
        assertThat(issued.privateKeyPem()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(issued.traditionalPrivateKeyPem()).startsWith("-----" + traditionalHeader + "-----");
        assertThat(number(read(issued.privateKeyPem())))
                .isEqualTo(number(read(issued.traditionalPrivateKeyPem())))
                .isEqualTo(number(issued.privateKey()));
    }

    @Test
    void filesAreWrittenAndOnlyTheOwnerMayReadTheKey(@TempDir Path directory) throws Exception {
        Path certificates = directory.resolve("a/b");
        IssuedCertificate issued = authority.issueDevice("ABC1234567", "dev-01");
        authority.issueServer("localhost").writeTo(certificates, "one");

        authority.writeTo(certificates);
        issued.writeTo(certificates, "one");

        assertThat(certificates.resolve("ca.crt")).hasContent(authority.certificatePem());
        assertThat(certificates.resolve("one.crt")).hasContent(issued.certificatePem());
        Path key = certificates.resolve("one.key");
        assertThat(key).hasContent(issued.privateKeyPem());
        assertThat(Files.getPosixFilePermissions(key))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(certificates).isDirectoryNotContaining(file -> file.endsWith("ca.key"));
    }

    @Test
    void textFormsShowNoKey() {
        IssuedCertificate issued = authority.issue(
                CertificateRequest.device("ABC1234567", "dev-01").withRsaKey());

        assertThat(issued).hasToString("IssuedCertificate[CN=ABC1234567dev-01, RSA]");
        assertThat(authority.toString()).startsWith("CertificateAuthority[CN=");
    }

    @Test
    void badRequestsAreRefused() {
        CertificateRequest request = CertificateRequest.server("localhost");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.valid(NOON, NOON))
                .withMessageContaining("must end after it begins");
        assertThatIllegalArgumentException().isThrownBy(authority::issueServer);
        assertThatIllegalArgumentException().isThrownBy(() -> authority.issueDevice("short", "dev-01"));
    }

    private static PrivateKey read(String pem) throws Exception {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        Object content = new PEMParser(new StringReader(pem)).readObject();
        return content instanceof PEMKeyPair pair
                ? converter.getPrivateKey(pair.getPrivateKeyInfo())
                : converter.getPrivateKey((PrivateKeyInfo) content);
    }

    private static BigInteger number(PrivateKey key) {
        return key instanceof ECPrivateKey ec ? ec.getS() : ((RSAPrivateKey) key).getPrivateExponent();
    }
}
