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

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

import io.github.cameliotcloud.error.InvalidOptionException;

/** Reads X.509 certificates from PEM text. */
public final class PemCertificates {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private PemCertificates() {}

    /**
     * @param option name of the option that the text comes from, for messages
     * @param pem    one or more {@code CERTIFICATE} blocks; other text between them is ignored
     * @return the certificates, at least one, in the order of the text
     * @throws InvalidOptionException when there is none or one cannot be read
     */
    public static List<X509Certificate> parse(String option, String pem) {
        int first = pem.indexOf(BEGIN);
        if (first < 0) {
            throw InvalidOptionException.secret(
                    option, "holds no certificate: it must be a PEM file with a line " + BEGIN);
        }
        try {
            byte[] certificates = pem.substring(first).getBytes(StandardCharsets.US_ASCII);
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(certificates))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw InvalidOptionException.secret(
                    option, "holds a certificate that cannot be read: copy the PEM file again, whole and unchanged");
        }
    }
}
