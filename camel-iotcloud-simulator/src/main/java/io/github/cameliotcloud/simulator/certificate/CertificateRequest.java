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

import java.time.Instant;
import java.util.List;

import org.bouncycastle.asn1.x509.KeyPurposeId;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/**
 * What a certificate shall hold: begin with {@link #server} or {@link #device}, change what shall be different, and give it
 * to {@link CertificateAuthority#issue}. Immutable; each change makes a new request.
 */
public final class CertificateRequest {

    private static final int LIFETIME_DAYS = 365;

    private final String commonName;
    private final List<String> alternativeNames;
    private final KeyPurposeId purpose;
    private final Validity validity;
    private final KeyType keyType;

    private CertificateRequest(
            String commonName,
            List<String> alternativeNames,
            KeyPurposeId purpose,
            Validity validity,
            KeyType keyType) {
        this.commonName = commonName;
        this.alternativeNames = alternativeNames;
        this.purpose = purpose;
        this.validity = validity;
        this.keyType = keyType;
    }

    /**
     * A certificate for a server: valid for a year, EC P-256 key.
     *
     * @param namesAndIpAddresses what clients may call the server, such as {@code localhost} or {@code ::1}; at least one
     * @throws IllegalArgumentException when there is no name
     */
    public static CertificateRequest server(String... namesAndIpAddresses) {
        if (namesAndIpAddresses.length == 0) {
            throw new IllegalArgumentException("A server certificate needs at least one name or IP address");
        }
        return new CertificateRequest(
                namesAndIpAddresses[0],
                List.of(namesAndIpAddresses),
                KeyPurposeId.id_kp_serverAuth,
                Validity.days(LIFETIME_DAYS),
                KeyType.EC);
    }

    /**
     * A certificate for a device: valid for a year, EC P-256 key. Its common name is the client identifier
     * {@code ${product}${device}}; that is inferred, the cloud's documents do not tell how it finds the device.
     *
     * @param product ten characters of {@code A-Z 0-9}
     * @param device 1 to 48 characters of {@code A-Z a-z 0-9 _ -}
     * @throws IllegalArgumentException when an argument is bad
     */
    public static CertificateRequest device(String product, String device) {
        return new CertificateRequest(
                new DeviceIdentity(product, device).clientId(),
                List.of(),
                KeyPurposeId.id_kp_clientAuth,
                Validity.days(LIFETIME_DAYS),
                KeyType.EC);
    }

    /**
     * The same with other dates, whole seconds, which may be in the past or in the future.
     *
     * @throws IllegalArgumentException when the end is not after the beginning
     */
    public CertificateRequest valid(Instant notBefore, Instant notAfter) {
        return new CertificateRequest(
                commonName, alternativeNames, purpose, new Validity(notBefore, notAfter), keyType);
    }

    /** The same with an RSA key of 2048 bits, as devices of the real cloud have it. */
    public CertificateRequest withRsaKey() {
        return new CertificateRequest(commonName, alternativeNames, purpose, validity, KeyType.RSA);
    }

    String commonName() {
        return commonName;
    }

    List<String> alternativeNames() {
        return alternativeNames;
    }

    KeyPurposeId purpose() {
        return purpose;
    }

    Validity validity() {
        return validity;
    }

    KeyType keyType() {
        return keyType;
    }
}
