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

import java.util.Optional;

/**
 * The parts of a CONNECT password {@code ${token};${method}} (protocol.md 2.2).
 *
 * @param token the signature as received
 * @param method how it was made
 */
public record SignedPassword(String token, SignMethod method) {

    /** Reads a password; empty when it does not have two parts or names an unknown method. */
    public static Optional<SignedPassword> parse(String text) {
        int semicolon = text == null ? -1 : text.indexOf(';');
        if (semicolon < 0) {
            return Optional.empty();
        }
        String token = text.substring(0, semicolon);
        return SignMethod.of(text.substring(semicolon + 1)).map(method -> new SignedPassword(token, method));
    }

    @Override
    public String toString() {
        return "SignedPassword[***;" + method + "]";
    }
}
