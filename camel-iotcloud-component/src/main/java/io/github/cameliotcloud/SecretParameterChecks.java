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
package io.github.cameliotcloud;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.cameliotcloud.error.InvalidOptionException;

/** Refuses URI parameters that Camel would refuse with a message that shows a secret. */
final class SecretParameterChecks {

    private static final String SECRET_RESOLVER = "secretResolver";
    private static final List<String> SECRETS = List.of("deviceSecret", "devicePrivateKey");
    private static final Pattern NAME_OF_SECRET =
            Pattern.compile("(?i)device[-_.]?[sp].*|.*(secret|key|psk|passw|token|pem).*");
    private static final Pattern MAY_BE_SECRET = Pattern.compile("[A-Za-z0-9+/ ]{14,}={0,2}|[\\s\\S]*-----[\\s\\S]*");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z]{1,20}");

    private SecretParameterChecks() {}

    /**
     * @param parameters all parameters of a URI
     * @throws InvalidOptionException when a secret cannot be what was meant
     */
    static void check(Map<String, Object> parameters) {
        for (String option : SECRETS) {
            if (parameters.get(option) instanceof Collection<?>) { // so Camel reads what is there twice
                throw InvalidOptionException.secret(option, "is given more than once: leave all but one out");
            }
            if (parameters.get(option) instanceof String text && text.startsWith("RAW(")) {
                throw InvalidOptionException.secret(option, "begins with RAW( but has no closing ): add it");
            }
        }
        if (parameters.get(SECRET_RESOLVER) instanceof String text && !text.startsWith("#")) {
            throw InvalidOptionException.secret(
                    SECRET_RESOLVER,
                    "is not a bean: write #name with the name of one; a secret itself is deviceSecret");
        }
    }

    /**
     * @param unknown the parameters that are no options
     * @throws InvalidOptionException when one may be a secret under a misspelt name
     */
    static void checkUnknown(Map<String, Object> unknown) {
        unknown.forEach((name, value) -> {
            boolean showable = PLAIN_NAME.matcher(name).matches();
            if (!showable
                    || NAME_OF_SECRET.matcher(name).matches()
                    || MAY_BE_SECRET.matcher(String.valueOf(value)).matches()) {
                throw InvalidOptionException.secret(
                        showable ? name : "(not shown)",
                        "does not exist: for a secret write deviceSecret, for a private key devicePrivateKey");
            }
        });
    }
}
