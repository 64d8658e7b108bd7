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

import java.util.Arrays;
import java.util.Optional;

/** The digest methods of a CONNECT password (protocol.md 2.2). */
public enum SignMethod {
    HMACSHA256("hmacsha256", "HmacSHA256"),
    HMACSHA1("hmacsha1", "HmacSHA1");

    private final String text;
    private final String algorithm;

    SignMethod(String text, String algorithm) {
        this.text = text;
        this.algorithm = algorithm;
    }

    /** How a password names the method. */
    public String text() {
        return text;
    }

    /** The name of the {@link javax.crypto.Mac} algorithm. */
    public String algorithm() {
        return algorithm;
    }

    /** Finds a method by its text in the password; lower case only. */
    public static Optional<SignMethod> of(String text) {
        return Arrays.stream(values())
                .filter(method -> method.text.equals(text))
                .findFirst();
    }
}
