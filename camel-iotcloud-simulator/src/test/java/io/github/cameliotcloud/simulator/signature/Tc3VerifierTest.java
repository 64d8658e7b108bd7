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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.simulator.ManualClock;

/** With the two vectors of protocol.md 7.1. */
class Tc3VerifierTest {

    private static final long SIGNED_AT = 1_700_000_000L;
    private static final byte[] BODY = ("{\"ProductId\":\"ABC1234567\",\"DeviceName\":\"dev-01\","
                    + "\"State\":\"{\\\"desired\\\":{\\\"temp\\\":25}}\",\"ShadowVersion\":0}")
            .getBytes(UTF_8);
    private static final String SIGNATURE_1 = "d32fd65eaa3d93429000d3e2bb2c3bfca9de9967262343272ab9988f5f088a9f";
    private static final String SIGNATURE_2 = "2dfa52b19ba00aa1c31ab6849be1d418896c68a55be6dbd1c3a4fea3eafdf747";

    private final ManualClock clock = new ManualClock(Instant.ofEpochSecond(SIGNED_AT));
    private final Tc3Verifier verifier =
            new Tc3Verifier(List.of(new ApiAccount("AKIDEXAMPLE", "SecretKeyExample")), clock);
    private final Map<String, String> headers = new TreeMap<>(Map.of(
            "host", "iotcloud.tencentcloudapi.com",
            "content-type", "application/json",
            "x-tc-action", "UpdateDeviceShadow",
            "x-tc-timestamp", Long.toString(SIGNED_AT),
            "authorization", authorization("content-type;host", SIGNATURE_1)));

    @Test
    void firstVectorIsAccepted() {
        assertThat(verifier.fault(request(BODY))).isEmpty();
    }

    @Test
    void secondVectorSignsTheActionToo() {
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("authorization", authorization("content-type;host;x-tc-action", SIGNATURE_2));

        assertThat(verifier.fault(request(BODY))).isEmpty();
    }

    @Test
    void listOfSignedHeadersIsHonoured() {
        headers.put("authorization", authorization("content-type;host;x-tc-action", SIGNATURE_1));

        assertFault(SignatureFault.WRONG_SIGNATURE);
    }

    @Test
    void signedHeaderThatDidNotArriveIsAWrongSignature() {
        headers.put("authorization", authorization("content-type;host;x-tc-nothing", SIGNATURE_1));

        assertFault(SignatureFault.WRONG_SIGNATURE);
    }

    @Test
    void changedBodyIsAWrongSignature() {
        assertThat(verifier.fault(request("{}".getBytes(UTF_8)))).contains(SignatureFault.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "content-type"})
    void changedHeaderIsAWrongSignature(String name) {
        headers.put(name, "other");

        assertFault(SignatureFault.WRONG_SIGNATURE);
    }

    @Test
    void bodyMayBeUnsigned() {
        headers.put("x-tc-content-sha256", "UNSIGNED-PAYLOAD");
        String canonical = CanonicalRequest.of(request(BODY), List.of("content-type", "host"));
        String signature =
                Tc3Signature.of(canonical, Long.toString(SIGNED_AT), "2023-11-14", "iotcloud", "SecretKeyExample");
        headers.put("authorization", authorization("content-type;host", signature));

        assertThat(canonical).endsWith("\n" + Hashes.sha256("UNSIGNED-PAYLOAD"));
        assertThat(verifier.fault(request("{}".getBytes(UTF_8)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void fiveMinutesAreTolerated(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));

        assertThat(verifier.fault(request(BODY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void moreIsExpired(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));

        assertFault(SignatureFault.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AKIDEXAMPLE/2023-11-15/iotcloud | WRONG_SIGNATURE",
                "AKIDEXAMPLE/2023-11-14/cvm | WRONG_SIGNATURE",
                "AKIDOTHER/2023-11-14/iotcloud | UNKNOWN_SECRET_ID"
            })
    void credentialIsOfAnAccountADayAndThisService(String credential, SignatureFault fault) {
        headers.put(
                "authorization",
                authorization("content-type;host", SIGNATURE_1).replace("AKIDEXAMPLE/2023-11-14/iotcloud", credential));

        assertFault(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic YTpi",
                "TC3-HMAC-SHA256",
                "TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2023-11-14/iotcloud/tc3_request",
                "TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2023-11-14/iotcloud/tc3_request, SignedHeaders=content-type;host,"
                        + " Signature=abc",
                "TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2023-11-14/iotcloud/tc3_request, SignedHeaders=host, Signature="
                        + SIGNATURE_1
            })
    void malformedAuthorizationIsRefused(String text) {
        headers.put("authorization", text);

        assertFault(SignatureFault.AUTHORIZATION_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8080,127", "localhost:8080,localhost:8080", "iotcloud.example.com,iotcloud"})
    void serviceMayBeTheBeginningOfTheHost(String host, String service) {
        headers.put("host", host);
        String canonical = CanonicalRequest.of(request(BODY), List.of("content-type", "host"));
        String signature =
                Tc3Signature.of(canonical, Long.toString(SIGNED_AT), "2023-11-14", service, "SecretKeyExample");
        headers.put(
                "authorization",
                authorization("content-type;host", signature).replace("/iotcloud/", "/" + service + "/"));

        assertThat(verifier.fault(request(BODY))).isEmpty();
    }

    @Test
    void serviceMayHaveThePortThatTheSignedHostLacks() {
        headers.put("host", "localhost");
        String canonical = CanonicalRequest.of(request(BODY), List.of("content-type", "host"));
        String signature = Tc3Signature.of(
                canonical, Long.toString(SIGNED_AT), "2023-11-14", "localhost:8080", "SecretKeyExample");
        headers.put(
                "authorization",
                authorization("content-type;host", signature).replace("/iotcloud/", "/localhost:8080/"));
        headers.put("host", "localhost:8080");

        assertThat(verifier.fault(request(BODY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
    void portMayBeUnsigned(String host) {
        String body = new String(BODY, UTF_8);
        String signed = new TestSigner("AKIDEXAMPLE", "SecretKeyExample").authorization(host, SIGNED_AT, body);
        headers.put("authorization", signed);
        headers.put("host", host + ":8080");

        assertThat(verifier.fault(request(BODY))).isEmpty();
    }

    @Test
    void authorizationIsRequired() {
        headers.remove("authorization");

        assertFault(SignatureFault.AUTHORIZATION_MISSING);
    }

    @Test
    void timestampIsRequired() {
        headers.remove("x-tc-timestamp");

        assertFault(SignatureFault.TIMESTAMP_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "9223372036854775807", "99999999999999999999"})
    void timestampIsANumberOfSeconds(String text) {
        headers.put("x-tc-timestamp", text);

        assertFault(SignatureFault.TIMESTAMP_MALFORMED);
    }

    @Test
    void permanentAccountHasNoToken() {
        headers.put("x-tc-token", "abc");

        assertFault(SignatureFault.WRONG_TOKEN);
    }

    @Test
    void secretIdIsUnique() {
        List<ApiAccount> twice = List.of(new ApiAccount("a", "b"), new ApiAccount("a", "c"));

        assertThatThrownBy(() -> new Tc3Verifier(twice, clock)).hasMessage("Account a is defined twice");
    }

    @Test
    void secretKeyIsNotShown() {
        assertThat(new ApiAccount("a", "verysecret")).asString().doesNotContain("verysecret");
    }

    private void assertFault(SignatureFault fault) {
        assertThat(verifier.fault(request(BODY))).contains(fault);
    }

    private SignedRequest request(byte[] body) {
        return new SignedRequest(headers::get, body);
    }

    private static String authorization(String signedHeaders, String signature) {
        return "TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2023-11-14/iotcloud/tc3_request, SignedHeaders=" + signedHeaders
                + ", Signature=" + signature;
    }
}
