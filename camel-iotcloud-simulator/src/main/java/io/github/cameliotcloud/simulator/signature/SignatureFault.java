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

/** Why a request of the cloud API is not accepted (protocol.md 7.1). */
public enum SignatureFault {
    /** It has no header {@code Authorization}. */
    AUTHORIZATION_MISSING,
    /** Its {@code Authorization} does not have the form of TC3-HMAC-SHA256, or does not sign content-type and host. */
    AUTHORIZATION_MALFORMED,
    /** It has no header {@code X-TC-Timestamp}. */
    TIMESTAMP_MISSING,
    /** Its timestamp is not a number of seconds. */
    TIMESTAMP_MALFORMED,
    /** Its timestamp is more than five minutes away from now. */
    EXPIRED,
    /** There is no such secret ID. */
    UNKNOWN_SECRET_ID,
    /** It was not signed with the secret key, or for another day or service. */
    WRONG_SIGNATURE,
    /** It has a session token, but the account is permanent. */
    WRONG_TOKEN
}
