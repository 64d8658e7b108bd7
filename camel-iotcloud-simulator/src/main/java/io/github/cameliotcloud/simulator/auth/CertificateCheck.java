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

import java.util.Optional;

import io.github.cameliotcloud.simulator.limits.ConnectRefusal;

/**
 * Checks the CONNECT of a device that shows a certificate (protocol.md 2.1): the certificate names the device, the user
 * name is one of this device with or without expiry, the password is of no interest.
 *
 * <p>Where the truth is unknown this decides: no certificate, also because the port has no TLS, is refused with code 3 as
 * a user reports (2.5), and the certificate of another device with 5.
 */
final class CertificateCheck {

    private static final String SOME_EXPIRY = ";0";

    Optional<ConnectRefusal> refusal(ConnectRequest request) {
        if (request.certifiedName() == null) {
            return Optional.of(ConnectRefusal.CERTIFICATE_MISSING);
        }
        if (!request.certifiedName().equals(request.clientId())) {
            return Optional.of(ConnectRefusal.CERTIFICATE_OF_ANOTHER);
        }
        return isUserNameOfClient(request) ? Optional.empty() : Optional.of(ConnectRefusal.MALFORMED_USER_NAME);
    }

    // the MQTT library hides a user name that comes without a password, so none is not refused
    private static boolean isUserNameOfClient(ConnectRequest request) {
        String userName = request.userName();
        if (userName == null) {
            return true;
        }
        return SignedUserName.parse(userName)
                .or(() -> SignedUserName.parse(userName + SOME_EXPIRY))
                .filter(name -> name.clientId().equals(request.clientId()))
                .isPresent();
    }
}
