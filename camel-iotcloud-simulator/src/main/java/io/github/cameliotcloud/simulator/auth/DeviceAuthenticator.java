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

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;

/**
 * Lets known devices in, each with its own kind of credential: secret or certificate. Checks in the order of protocol.md
 * 2.5.
 */
public final class DeviceAuthenticator implements ConnectAuthenticator {

    private static final int MAX_KEEP_ALIVE_SECONDS = 900;

    private final DeviceDirectory devices;
    private final ConnectThrottle throttle;
    private final SignatureCheck signatures;
    private final CertificateCheck certificates = new CertificateCheck();

    /** @param clock tells whether a signature has expired */
    public DeviceAuthenticator(DeviceDirectory devices, ConnectThrottle throttle, Clock clock) {
        this.devices = devices;
        this.throttle = throttle;
        this.signatures = new SignatureCheck(clock);
    }

    @Override
    public Optional<ConnectRefusal> refusal(ConnectRequest request) {
        Optional<Device> device = devices.byClientId(request.clientId());
        if (device.isEmpty()) {
            return Optional.of(ConnectRefusal.UNKNOWN_CLIENT_ID);
        }
        if (request.keepAlive() > MAX_KEEP_ALIVE_SECONDS) {
            return Optional.of(ConnectRefusal.KEEP_ALIVE_OUT_OF_RANGE);
        }
        return credentialRefusal(request, device.get()).or(() -> deviceRefusal(device.get()));
    }

    private Optional<ConnectRefusal> credentialRefusal(ConnectRequest request, Device device) {
        return device.secret()
                .map(secret -> signatures.refusal(request, secret))
                .orElseGet(() -> certificates.refusal(request));
    }

    private Optional<ConnectRefusal> deviceRefusal(Device device) {
        if (!device.enabled()) {
            return Optional.of(ConnectRefusal.DEVICE_DISABLED);
        }
        return throttle.admit(device.identity()) ? Optional.empty() : Optional.of(ConnectRefusal.TOO_FREQUENT);
    }
}
