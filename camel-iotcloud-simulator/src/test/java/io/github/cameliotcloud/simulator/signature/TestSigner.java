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

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Signs requests of tests. */
public final class TestSigner {

    private final String secretId;
    private final String secretKey;

    public TestSigner(String secretId, String secretKey) {
        this.secretId = secretId;
        this.secretKey = secretKey;
    }

    /** The value of {@code Authorization} for a body with content type application/json. */
    public String authorization(String host, long timestamp, String body) {
        Map<String, String> headers = Map.of("content-type", "application/json", "host", host);
        String day = Instant.ofEpochSecond(timestamp)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        String signature = Tc3Signature.of(
                CanonicalRequest.of(
                        new SignedRequest(headers::get, body.getBytes(UTF_8)), List.of("content-type", "host")),
                Long.toString(timestamp),
                day,
                "iotcloud",
                secretKey);
        return "TC3-HMAC-SHA256 Credential=" + secretId + "/" + day
                + "/iotcloud/tc3_request, SignedHeaders=content-type;host, Signature=" + signature;
    }
}
