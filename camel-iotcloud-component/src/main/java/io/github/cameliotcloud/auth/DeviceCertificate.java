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

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

import io.github.cameliotcloud.error.InvalidOptionException;

/**
 * What a certificate device proves itself with in the TLS handshake (protocol.md section 2.1).
 *
 * @param chain the certificate of the device, then those of the CAs between it and the root, if any
 * @param key   the private key of the device
 */
public record DeviceCertificate(List<X509Certificate> chain, PrivateKey key) {

    private static final byte[] SAMPLE = {1, 2, 3};

    /** @throws InvalidOptionException when the key is not the one of the certificate */
    public DeviceCertificate {
        if (!belongTogether(chain.get(0).getPublicKey(), key)) {
            throw InvalidOptionException.secret(
                    "devicePrivateKey", "is not the key of deviceCertificate: take both files of the same device");
        }
    }

    /**
     * @param now the time by the clock of this machine
     * @throws InvalidOptionException when the certificate has expired or is not valid yet
     */
    public void requireValid(Instant now) {
        Instant begin = chain.get(0).getNotBefore().toInstant();
        Instant end = chain.get(0).getNotAfter().toInstant();
        if (now.isAfter(end)) {
            throw InvalidOptionException.secret(
                    "deviceCertificate", "expired on " + end + ": renew it, or correct the clock of this machine");
        }
        if (now.isBefore(begin)) {
            throw InvalidOptionException.secret(
                    "deviceCertificate", "is valid from " + begin + " on: correct the clock of this machine");
        }
    }

    /** @return the subject of the certificate, nothing of the key */
    @Override
    public String toString() {
        return "DeviceCertificate[" + chain.get(0).getSubjectX500Principal() + "]";
    }

    private static boolean belongTogether(PublicKey publicKey, PrivateKey privateKey) {
        if (!publicKey.getAlgorithm().equals(privateKey.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(signatureAlgorithm(publicKey.getAlgorithm()));
            signature.initSign(privateKey);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String signatureAlgorithm(String keyAlgorithm) {
        return switch (keyAlgorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> keyAlgorithm;
        };
    }
}
