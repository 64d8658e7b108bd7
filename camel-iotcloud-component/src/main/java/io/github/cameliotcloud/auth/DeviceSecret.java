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

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

import io.github.cameliotcloud.error.InvalidOptionException;

/** The raw key behind a device secret. Never printed, compared by content (protocol.md section 2.2). */
public final class DeviceSecret {

    private static final String OPTION = "deviceSecret";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[\\w.-]+}");

    private final byte[] rawKey;

    private DeviceSecret(byte[] rawKey) {
        this.rawKey = rawKey;
    }

    /**
     * Reads the Base64 text shown in the console. A blank inside it can only be a {@code +} that a URI has turned into
     * a blank, so it is read as {@code +}; a blank at either end may be a copied one, so it is refused.
     *
     * @param text the secret, standard Base64 with padding
     * @return the secret
     * @throws InvalidOptionException when the text is not a Base64 secret; the message says why and never quotes it
     */
    public static DeviceSecret parse(String text) {
        if (text == null || text.isEmpty()) {
            throw InvalidOptionException.secret(
                    OPTION,
                    "is not set: set it to the device secret shown in the console, or name a secretResolver bean");
        }
        if (PLACEHOLDER.matcher(text).matches()) { // all of it is a name, so it may be shown
            throw InvalidOptionException.secret(
                    OPTION,
                    "is " + text + ", a placeholder that nothing has resolved: set the environment variable or property"
                            + " of that name");
        }
        if (!text.equals(text.strip())) {
            throw InvalidOptionException.secret(
                    OPTION,
                    "begins or ends with a blank: remove it, or if the secret has a '+' there write RAW(...) around it, because a URI turns '+' into a blank");
        }
        if (text.length() % 4 != 0) {
            throw InvalidOptionException.secret(
                    OPTION,
                    "has " + text.length()
                            + " characters, but Base64 has a multiple of 4: copy it again with the '=' signs at its end");
        }
        try {
            return new DeviceSecret(Base64.getDecoder().decode(text.replace(' ', '+')));
        } catch (IllegalArgumentException e) {
            // the cause would quote the offending character of the secret
            throw InvalidOptionException.secret(
                    OPTION,
                    "is not Base64: copy the device secret from the console and write RAW(...) around it in a URI");
        }
    }

    byte[] rawKey() {
        return rawKey;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceSecret secret && Arrays.equals(rawKey, secret.rawKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rawKey);
    }

    @Override
    public String toString() {
        return "xxxxxx";
    }
}
