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
package io.github.cameliotcloud.simulator.signature;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of the header {@code Authorization}. */
record Authorization(String secretId, String date, String service, List<String> signedHeaders, String signature) {

    // quantifiers are possessive, so that no text makes the match slow
    private static final Pattern FORM = Pattern.compile("TC3-HMAC-SHA256\\s++"
            + "Credential=([^/,\\s]++)/([0-9-]++)/([^/,\\s]++)/tc3_request,\\s*+"
            + "SignedHeaders=([a-z0-9;-]++),\\s*+"
            + "Signature=([0-9a-f]{64})");
    private static final List<String> ALWAYS_SIGNED = List.of("content-type", "host");

    /** Empty when the text has another form, or leaves content-type or host unsigned. */
    static Optional<Authorization> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> signedHeaders = List.of(matcher.group(4).split(";"));
        return signedHeaders.containsAll(ALWAYS_SIGNED)
                ? Optional.of(new Authorization(
                        matcher.group(1), matcher.group(2), matcher.group(3), signedHeaders, matcher.group(5)))
                : Optional.empty();
    }
}
