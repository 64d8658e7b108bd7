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
package io.github.cameliotcloud.session;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import io.github.cameliotcloud.auth.CertificateCredentialsProvider;
import io.github.cameliotcloud.error.ConnectRefusedException;
import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.error.TlsException;

/** Says in one sentence why an attempt failed and what to change. */
final class ConnectFailures {

    private ConnectFailures() {}

    /**
     * @param reason what {@link #explain} made of a failure
     * @return true when trying again soon cannot help
     */
    static boolean isRefusal(RuntimeException reason) {
        return reason instanceof ConnectRefusedException refused && refused.isCredentialRefused()
                || reason instanceof TlsException
                || reason instanceof InvalidOptionException;
    }

    static RuntimeException explain(SessionSettings settings, InstantSource clock, Throwable failure) {
        if (failure instanceof ConnectRefusedException refused) {
            return refused.explained("Device " + settings.identity() + ": " + refused.getMessage() + "; "
                    + settings.brokerUrl() + " was asked at " + clock.instant().truncatedTo(ChronoUnit.SECONDS)
                    + " by the clock of this machine, check " + proof(settings) + ", product, device and that clock");
        }
        if (failure instanceof InvalidOptionException invalid) {
            return invalid;
        }
        String tlsReason = TlsFailures.explain(settings.brokerUrl(), failure);
        if (tlsReason != null) {
            return new TlsException("Device " + settings.identity() + ": " + tlsReason, failure);
        }
        return new DeviceNotConnectedException(
                "Device " + settings.identity() + ": no connection to " + settings.brokerUrl() + " ("
                        + rootMessage(failure) + "); check that the address is right, the broker runs and takes "
                        + language(settings.brokerUrl().protocol()) + " there" + certificateHint(settings),
                failure);
    }

    private static String proof(SessionSettings settings) {
        return isCertificateDevice(settings) ? "the device certificate" : "deviceSecret";
    }

    private static boolean isCertificateDevice(SessionSettings settings) {
        return settings.credentials() instanceof CertificateCredentialsProvider;
    }

    private static String language(BrokerProtocol protocol) {
        return "MQTT" + (protocol.isWebSocket() ? " over WebSocket" : "")
                + (protocol.isTls() ? " with TLS" : " without TLS");
    }

    /** A broker that does not accept the certificate, or wants one, may just close the connection. */
    private static String certificateHint(SessionSettings settings) {
        if (!settings.brokerUrl().protocol().isTls()) {
            return "";
        }
        return isCertificateDevice(settings)
                ? " and accepts the device certificate"
                : " and wants no device certificate";
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
