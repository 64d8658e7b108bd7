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
package io.github.cameliotcloud.simulator.device;

import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.spec.SecretKeySpec;

/** The decoded secret of a device; never shows its content (protocol.md 2.2). */
public final class DeviceSecret {

    private static final int RANDOM_BYTES = 16;

    private final byte[] key;

    private DeviceSecret(byte[] key) {
        this.key = key;
    }

    /**
     * Decodes the text that the console shows.
     *
     * @param base64 standard (not URL-safe) Base64
     * @throws IllegalArgumentException when the text is no Base64 or empty
     */
    public static DeviceSecret fromBase64(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64 == null ? "" : base64);
        } catch (IllegalArgumentException e) {
            // the cause would quote characters of the secret
            throw new IllegalArgumentException("The device secret is not Base64");
        }
        if (key.length == 0) {
            throw new IllegalArgumentException("The device secret is empty");
        }
        return new DeviceSecret(key);
    }

    /** A secret that nobody has chosen, of 16 bytes. */
    public static DeviceSecret random() {
        byte[] key = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(key);
        return new DeviceSecret(key);
    }

    /** The text that the console would show. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(key);
    }

    /** The secret as key of a {@link javax.crypto.Mac} of this algorithm. */
    public SecretKeySpec forAlgorithm(String algorithm) {
        return new SecretKeySpec(key, algorithm);
    }

    @Override
    public String toString() {
        return "DeviceSecret[***]";
    }
}
