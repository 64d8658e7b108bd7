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
import java.util.Locale;

/** The text of a request that is signed: {@code POST /}, the signed headers, and the hash of the body. */
final class CanonicalRequest {

    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    private CanonicalRequest() {}

    static String of(SignedRequest request, List<String> signedHeaders) {
        StringBuilder text = new StringBuilder("POST\n/\n\n");
        for (String name : signedHeaders) {
            text.append(name)
                    .append(':')
                    .append(canonical(request.header(name)))
                    .append('\n');
        }
        return text.append('\n')
                .append(String.join(";", signedHeaders))
                .append('\n')
                .append(payloadHash(request))
                .toString();
    }

    // a header that was signed but did not arrive signs as an empty one, and so fails
    private static String canonical(String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static String payloadHash(SignedRequest request) {
        boolean unsigned = UNSIGNED_PAYLOAD.equals(request.header("x-tc-content-sha256"));
        return unsigned ? Hashes.sha256(UNSIGNED_PAYLOAD) : Hashes.sha256(request.body());
    }
}
