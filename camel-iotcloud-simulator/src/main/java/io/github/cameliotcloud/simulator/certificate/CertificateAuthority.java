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

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

import org.bouncycastle.asn1.x500.X500Name;

/**
 * A throw-away certificate authority that stands for the root that devices of the cloud trust, and for the one that
 * issues device certificates (protocol.md 1.3). Its key lives in memory only. Thread-safe.
 */
public final class CertificateAuthority {

    private static final int LIFETIME_DAYS = 3650;

    private final X509Certificate root;
    private final CertificateSigner signer;

    private CertificateAuthority(X509Certificate root, CertificateSigner signer) {
        this.root = root;
        this.signer = signer;
    }

    /** Makes a new authority: a self-signed root with an EC P-256 key, valid for ten years from yesterday. */
    public static CertificateAuthority create() {
        KeyPair keys = KeyType.EC.generate();
        // two authorities never have the same name, so that a client can tell which one it lacks
        X500Name name = Names.commonName("IoT Cloud Simulator CA " + randomHex());
        CertificateSigner signer = new CertificateSigner(name, keys);
        return new CertificateAuthority(signer.signRoot(Validity.days(LIFETIME_DAYS)), signer);
    }

    private static String randomHex() {
        byte[] bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The self-signed root: what clients must trust. */
    public X509Certificate certificate() {
        return root;
    }

    /** The self-signed root in PEM. */
    public String certificatePem() {
        return Pem.of(root);
    }

    /**
     * Issues a certificate for a server, valid for a year, with an EC P-256 key.
     *
     * @param namesAndIpAddresses what clients may call the server, such as {@code localhost} or {@code ::1}; at least one
     */
    public IssuedCertificate issueServer(String... namesAndIpAddresses) {
        return issue(CertificateRequest.server(namesAndIpAddresses));
    }

    /**
     * Issues a certificate for a device, valid for a year, with an EC P-256 key; {@link CertificateRequest#device} tells
     * what is in it.
     *
     * @param product ten characters of {@code A-Z 0-9}
     * @param device 1 to 48 characters of {@code A-Z a-z 0-9 _ -}
     * @throws IllegalArgumentException when an argument is bad
     */
    public IssuedCertificate issueDevice(String product, String device) {
        return issue(CertificateRequest.device(product, device));
    }

    /** Issues what the request asks for, with a new key. */
    public IssuedCertificate issue(CertificateRequest request) {
        KeyPair keys = request.keyType().generate();
        X509Certificate certificate = signer.sign(request, keys.getPublic());
        return new IssuedCertificate(certificate, keys.getPrivate());
    }

    /**
     * Writes the root to {@code ca.crt}, and creates the directory when it is missing; the authority's key is not written.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public void writeTo(Path directory) {
        PemFiles.write(directory, "ca.crt", certificatePem());
    }

    @Override
    public String toString() {
        return "CertificateAuthority[" + root.getSubjectX500Principal() + "]";
    }
}
