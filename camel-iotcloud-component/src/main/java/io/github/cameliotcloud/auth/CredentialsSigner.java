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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes user name and password of a key device as the cloud wants them (protocol.md section 2.2):
 * {@code ${product}${device};${sdkAppId};${connid};${expiry}} and {@code ${token};${method}}.
 *
 * @param signMethod   the HMAC to use
 * @param sdkAppId     decimal digits, {@code 12010126} for everyone
 * @param signatureTtl how long a signature is valid for a CONNECT, from now; whole seconds
 * @param clock        the device's clock
 * @param random       source of connection ids, which only help the cloud's support to trace a connection
 */
public record CredentialsSigner(
        SignMethod signMethod, String sdkAppId, Duration signatureTtl, InstantSource clock, RandomGenerator random) {

    /** The sdkappid that the cloud documents for everyone. */
    public static final String COMMON_SDK_APP_ID = "12010126";

    private static final String CONNID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int CONNID_LENGTH = 5;
    private static final String UNCHECKED_PASSWORD = "certificate";

    /**
     * Signs with a new connection id and an expiry counted from now.
     *
     * @param identity the device
     * @param secret   its key
     * @return credentials for one CONNECT
     */
    public Credentials sign(DeviceIdentity identity, DeviceSecret secret) {
        return sign(identity, secret, newConnid(), newExpiry());
    }

    /**
     * For a device that has proved itself by its certificate. The cloud does not look at the password then; one is sent
     * because a user name without password is not welcome everywhere.
     *
     * @param identity the device
     * @return credentials for one CONNECT
     */
    public Credentials withoutSignature(DeviceIdentity identity) {
        return new Credentials(identity.clientId(), username(identity, newConnid(), newExpiry()), UNCHECKED_PASSWORD);
    }

    /**
     * Signs with a given connection id and expiry.
     *
     * @param identity the device
     * @param secret   its key
     * @param connid   letters and digits
     * @param expiry   when the signature ceases to be valid, seconds since 1970-01-01 UTC
     * @return credentials for one CONNECT
     */
    public Credentials sign(DeviceIdentity identity, DeviceSecret secret, String connid, long expiry) {
        String username = username(identity, connid, expiry);
        return new Credentials(identity.clientId(), username, token(secret, username) + ";" + signMethod.wireName());
    }

    /** @return when a signature made now ceases to be valid, seconds since 1970-01-01 UTC */
    public long newExpiry() {
        return clock.instant().plus(signatureTtl).getEpochSecond();
    }

    /** @return 5 random characters of A-Z and 0-9 */
    public String newConnid() {
        StringBuilder connid = new StringBuilder(CONNID_LENGTH);
        for (int i = 0; i < CONNID_LENGTH; i++) {
            connid.append(CONNID_ALPHABET.charAt(random.nextInt(CONNID_ALPHABET.length())));
        }
        return connid.toString();
    }

    private String username(DeviceIdentity identity, String connid, long expiry) {
        return identity.clientId() + ";" + sdkAppId + ";" + connid + ";" + expiry;
    }

    private String token(DeviceSecret secret, String username) {
        try {
            Mac mac = Mac.getInstance(signMethod.macAlgorithm());
            mac.init(new SecretKeySpec(secret.rawKey(), signMethod.macAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + signMethod.macAlgorithm(), e);
        }
    }
}
