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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a CONNECT user name {@code ${clientId};${sdkAppId};${connId};${expiry}} (protocol.md 2.1).
 *
 * @param clientId product ID and device name
 * @param sdkAppId digits; the cloud does not pin them
 * @param connectionId random text, only for tracing
 * @param expiry end of the signature's validity, seconds since 1970-01-01 UTC
 */
public record SignedUserName(String clientId, String sdkAppId, String connectionId, long expiry) {

    private static final int MAX_LENGTH = 256;
    private static final Pattern GRAMMAR = Pattern.compile("([^;]+);([0-9]+);([^;]+);([0-9]{1,19})");

    /** The user name as it stands in a CONNECT. */
    public String text() {
        return String.join(";", clientId, sdkAppId, connectionId, Long.toString(expiry));
    }

    /** Reads a user name strictly; empty when it does not follow the grammar or expiry exceeds 64 bits. */
    public static Optional<SignedUserName> parse(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            long expiry = Long.parseLong(matcher.group(4));
            return Optional.of(new SignedUserName(matcher.group(1), matcher.group(2), matcher.group(3), expiry));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
