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
package io.github.cameliotcloud.simulator.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;

import io.github.cameliotcloud.simulator.device.DeviceSecret;

/** Checks the token of a CONNECT password: lower-case hex of an HMAC over the user name (protocol.md 2.2). */
public final class SignatureVerifier {

    /**
     * Whether the password signs this user name with this secret. The comparison takes the same time for every wrong
     * token.
     *
     * @param userName the user name exactly as received
     */
    public boolean isValid(String userName, SignedPassword password, DeviceSecret secret) {
        String expected = token(userName, password.method(), secret);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), password.token().getBytes(StandardCharsets.UTF_8));
    }

    /** The token by which a password signs a user name, lower-case hex. */
    public String token(String userName, SignMethod method, DeviceSecret secret) {
        try {
            Mac mac = Mac.getInstance(method.algorithm());
            mac.init(secret.forAlgorithm(method.algorithm()));
            return HexFormat.of().formatHex(mac.doFinal(userName.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks " + method.algorithm(), e);
        }
    }
}
