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
package io.github.cameliotcloud.simulator.http;

import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

import io.github.cameliotcloud.simulator.signature.ApiAccount;
import io.github.cameliotcloud.simulator.signature.SignatureFault;
import io.github.cameliotcloud.simulator.signature.SignedRequest;
import io.github.cameliotcloud.simulator.signature.Tc3Verifier;
import io.vertx.core.http.HttpServerRequest;

/**
 * Checks the common headers of requests (protocol.md 7.1). Without an account neither signature nor version nor region are
 * asked for; a version or region that is there is checked all the same.
 */
final class RequestGate {

    private static final String VERSION = "2021-04-08";
    // the regions of Tencent Cloud are named like ap-guangzhou and ap-shanghai-fsi
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z0-9]{2,}){1,3}");

    private final boolean signed;
    private final Tc3Verifier verifier;

    /** @param accounts who may sign; without any, nobody has to */
    RequestGate(Collection<ApiAccount> accounts, Clock clock) {
        this.signed = !accounts.isEmpty();
        this.verifier = new Tc3Verifier(accounts, clock);
    }

    /** @throws ApiException when the request is not let in */
    void check(HttpServerRequest request, byte[] body) {
        if (signed) {
            verifier.fault(new SignedRequest(name -> header(request, name), body))
                    .ifPresent(RequestGate::refuse);
        }
        requireVersion(header(request, "x-tc-version"));
        requireRegion(header(request, "x-tc-region"));
    }

    // HTTP/2 has an authority in the place of the host
    private static String header(HttpServerRequest request, String name) {
        String value = request.getHeader(name);
        return value == null && name.equals("host") && request.authority() != null
                ? request.authority().toString()
                : value;
    }

    private void requireVersion(String version) {
        if (version == null && signed) {
            throw missing("X-TC-Version");
        }
        if (version != null && !version.equals(VERSION)) {
            throw new ApiException(ApiError.NO_SUCH_VERSION, "The version of the API is " + VERSION + ".");
        }
    }

    private void requireRegion(String region) {
        if (region == null && signed) {
            throw missing("X-TC-Region");
        }
        if (region != null && !REGION.matcher(region.toLowerCase(Locale.ROOT)).matches()) {
            throw new ApiException(ApiError.UNSUPPORTED_REGION, "X-TC-Region is no region such as ap-guangzhou.");
        }
    }

    private static void refuse(SignatureFault fault) {
        throw switch (fault) {
            case AUTHORIZATION_MISSING -> missing("Authorization");
            case TIMESTAMP_MISSING -> missing("X-TC-Timestamp");
            case TIMESTAMP_MALFORMED ->
                new ApiException(ApiError.INVALID_PARAMETER, "X-TC-Timestamp is no number of seconds.");
            case AUTHORIZATION_MALFORMED ->
                new ApiException(
                        ApiError.INVALID_AUTHORIZATION,
                        "The header Authorization has not the form of TC3-HMAC-SHA256, or leaves content-type or host"
                                + " unsigned.");
            case EXPIRED ->
                new ApiException(
                        ApiError.SIGNATURE_EXPIRE,
                        "X-TC-Timestamp is more than five minutes away from the cloud's clock.");
            case UNKNOWN_SECRET_ID -> new ApiException(ApiError.SECRET_ID_NOT_FOUND, "The secret ID does not exist.");
            case WRONG_SIGNATURE ->
                new ApiException(
                        ApiError.SIGNATURE_FAILURE,
                        "The signature does not match: check the secret key, the signed headers, the date and the body.");
            case WRONG_TOKEN ->
                new ApiException(ApiError.TOKEN_FAILURE, "The account is permanent; send no X-TC-Token.");
        };
    }

    private static ApiException missing(String header) {
        return new ApiException(ApiError.MISSING_PARAMETER, "The header " + header + " is required.");
    }
}
