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

import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Checks TC3-HMAC-SHA256 signatures of the cloud API (protocol.md 7.1). Thread-safe.
 *
 * <p>The service in the scope is {@code iotcloud}, or what stands before the first dot of the host: Tencent's SDK for Java
 * takes it from there, which is the same at the real cloud, but {@code 127} at 127.0.0.1. The host may be signed without
 * its port, as by Tencent's SDK for Node.js; the real cloud has none.
 */
public final class Tc3Verifier {

    private static final String SERVICE = "iotcloud";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Map<String, ApiAccount> accounts;
    private final Clock clock;

    /**
     * @param clock tells whether a signature has expired
     * @throws IllegalArgumentException when two accounts have the same secret ID
     */
    public Tc3Verifier(Collection<ApiAccount> accounts, Clock clock) {
        this.accounts = accounts.stream().collect(Collectors.toUnmodifiableMap(ApiAccount::secretId, a -> a, (a, b) -> {
            throw new IllegalArgumentException("Account " + a.secretId() + " is defined twice");
        }));
        this.clock = clock;
    }

    /** What is wrong with the request; empty when one of the accounts has signed it. */
    public Optional<SignatureFault> fault(SignedRequest request) {
        String text = request.header("authorization");
        if (text == null) {
            return Optional.of(SignatureFault.AUTHORIZATION_MISSING);
        }
        Optional<Authorization> authorization = Authorization.parse(text);
        if (authorization.isEmpty()) {
            return Optional.of(SignatureFault.AUTHORIZATION_MALFORMED);
        }
        String timestamp = request.header("x-tc-timestamp");
        if (timestamp == null) {
            return Optional.of(SignatureFault.TIMESTAMP_MISSING);
        }
        try {
            return fault(request, authorization.get(), Instant.ofEpochSecond(Long.parseLong(timestamp)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.of(SignatureFault.TIMESTAMP_MALFORMED);
        }
    }

    private Optional<SignatureFault> fault(SignedRequest request, Authorization authorization, Instant signedAt) {
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of(SignatureFault.EXPIRED);
        }
        ApiAccount account = accounts.get(authorization.secretId());
        if (account == null) {
            return Optional.of(SignatureFault.UNKNOWN_SECRET_ID);
        }
        boolean inScope = isInScope(request, authorization, signedAt);
        boolean signed = isSignedBy(account, request, authorization)
                || isSignedBy(account, request.withoutPort(), authorization);
        if (!inScope || !signed) {
            return Optional.of(SignatureFault.WRONG_SIGNATURE);
        }
        String token = request.header("x-tc-token");
        return token == null || token.isEmpty() ? Optional.empty() : Optional.of(SignatureFault.WRONG_TOKEN);
    }

    private static boolean isSignedBy(ApiAccount account, SignedRequest request, Authorization authorization) {
        String expected = Tc3Signature.of(
                CanonicalRequest.of(request, authorization.signedHeaders()),
                request.header("x-tc-timestamp"),
                authorization.date(),
                authorization.service(),
                account.secretKey());
        return MessageDigest.isEqual(
                expected.getBytes(US_ASCII), authorization.signature().getBytes(US_ASCII));
    }

    private static boolean isInScope(SignedRequest request, Authorization authorization, Instant signedAt) {
        String day = signedAt.atZone(ZoneOffset.UTC).toLocalDate().toString();
        String service = authorization.service();
        String host = request.header("host");
        return day.equals(authorization.date())
                && (SERVICE.equals(service) || (host != null && service.equals(host.split("\\.", 2)[0])));
    }
}
