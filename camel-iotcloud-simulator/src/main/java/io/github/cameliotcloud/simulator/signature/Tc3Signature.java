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

import java.util.HexFormat;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Computes a signature by TC3-HMAC-SHA256. */
final class Tc3Signature {

    private Tc3Signature() {}

    /**
     * @param timestamp seconds, as in the header
     * @param date the day of the timestamp in UTC, {@code YYYY-MM-DD}
     * @param service iotcloud at the real cloud
     * @return lower-case hex
     */
    static String of(String canonicalRequest, String timestamp, String date, String service, String secretKey) {
        String scope = date + "/" + service + "/tc3_request";
        String stringToSign = String.join("\n", "TC3-HMAC-SHA256", timestamp, scope, Hashes.sha256(canonicalRequest));
        byte[] dateKey = Hashes.hmac(("TC3" + secretKey).getBytes(UTF_8), date);
        byte[] serviceKey = Hashes.hmac(dateKey, service);
        byte[] signingKey = Hashes.hmac(serviceKey, "tc3_request");
        return HexFormat.of().formatHex(Hashes.hmac(signingKey, stringToSign));
    }
}
