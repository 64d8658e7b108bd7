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
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate and its private key. The text form does not show the key.
 *
 * @param certificate the certificate, signed by a {@link CertificateAuthority}
 * @param privateKey its key, EC or RSA
 */
public record IssuedCertificate(X509Certificate certificate, PrivateKey privateKey) {

    /** The certificate in PEM. */
    public String certificatePem() {
        return Pem.of(certificate);
    }

    /** The key in PEM as PKCS#8, {@code BEGIN PRIVATE KEY}; not encrypted. */
    public String privateKeyPem() {
        return Pem.pkcs8(privateKey);
    }

    /**
     * The key in PEM in the older form of its kind, not encrypted: {@code BEGIN RSA PRIVATE KEY} (PKCS#1), which the
     * console hands out, or {@code BEGIN EC PRIVATE KEY} (SEC 1).
     */
    public String traditionalPrivateKeyPem() {
        return Pem.traditional(privateKey);
    }

    /**
     * Writes {@code name.crt} and, as PKCS#8, {@code name.key}, and creates the directory when it is missing. Files of
     * these names are replaced. Only the owner may read the key, where the file system knows owners.
     *
     * @throws java.io.UncheckedIOException when a file cannot be written
     */
    public void writeTo(Path directory, String name) {
        PemFiles.write(directory, name + ".crt", certificatePem());
        PemFiles.writeSecret(directory, name + ".key", privateKeyPem());
    }

    @Override
    public String toString() {
        return "IssuedCertificate[" + certificate.getSubjectX500Principal() + ", " + privateKey.getAlgorithm() + "]";
    }
}
