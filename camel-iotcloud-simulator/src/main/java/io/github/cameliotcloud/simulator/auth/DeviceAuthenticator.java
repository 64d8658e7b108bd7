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
import java.time.Duration;
import java.util.Optional;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.limits.ConnectRefusal;
import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;

/**
 * Lets known devices in, each with its own kind of credential: secret or certificate. Checks in the order of protocol.md
 * 2.5.
 */
public final class DeviceAuthenticator implements ConnectAuthenticator {

    private final DeviceDirectory devices;
    private final ConnectThrottle throttle;
    private final SignatureCheck signatures;
    private final CertificateCheck certificates = new CertificateCheck();
    private final Limits limits;

    /** @param clock tells whether a signature has expired, and when the last CONNECT was */
    public DeviceAuthenticator(DeviceDirectory devices, Limits limits, Clock clock) {
        this.devices = devices;
        this.limits = limits;
        this.throttle = new ConnectThrottle(Duration.ofMillis(limits.get(Limit.CONNECT_INTERVAL_MS)), clock);
        this.signatures = new SignatureCheck(clock);
    }

    @Override
    public Optional<ConnectRefusal> refusal(ConnectRequest request) {
        Optional<Device> device = devices.byClientId(request.clientId());
        if (device.isEmpty()) {
            return Optional.of(ConnectRefusal.UNKNOWN_CLIENT_ID);
        }
        if (request.keepAlive() < limits.get(Limit.KEEP_ALIVE_MIN_SECONDS)
                || request.keepAlive() > limits.get(Limit.KEEP_ALIVE_MAX_SECONDS)) {
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
