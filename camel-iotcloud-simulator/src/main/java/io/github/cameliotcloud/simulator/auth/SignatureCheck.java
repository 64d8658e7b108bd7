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

import java.time.Clock;
import java.util.Optional;

import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.limits.ConnectRefusal;

/** Checks the user name and password of a device that signs with its secret (protocol.md 2.1, 2.2). */
final class SignatureCheck {

    private final Clock clock;
    private final SignatureVerifier verifier = new SignatureVerifier();

    SignatureCheck(Clock clock) {
        this.clock = clock;
    }

    Optional<ConnectRefusal> refusal(ConnectRequest request, DeviceSecret secret) {
        Optional<SignedUserName> userName = SignedUserName.parse(request.userName())
                .filter(name -> name.clientId().equals(request.clientId()));
        if (userName.isEmpty()) {
            return Optional.of(ConnectRefusal.MALFORMED_USER_NAME);
        }
        Optional<SignedPassword> password = SignedPassword.parse(request.password());
        if (password.isEmpty()) {
            return Optional.of(ConnectRefusal.MALFORMED_PASSWORD);
        }
        if (!verifier.isValid(request.userName(), password.get(), secret)) {
            return Optional.of(ConnectRefusal.WRONG_SIGNATURE);
        }
        if (clock.instant().getEpochSecond() > userName.get().expiry()) {
            return Optional.of(ConnectRefusal.EXPIRED_SIGNATURE);
        }
        return Optional.empty();
    }
}
