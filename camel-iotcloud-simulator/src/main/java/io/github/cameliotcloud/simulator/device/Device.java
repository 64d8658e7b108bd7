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
package io.github.cameliotcloud.simulator.device;

import java.util.Objects;
import java.util.Optional;

/** A device that the simulated cloud knows. */
public final class Device {

    private final DeviceIdentity identity;
    // null for a device that shows a certificate
    private final DeviceSecret secret;
    private final boolean secretChosen;
    private volatile boolean enabled = true;

    /** A device that signs with its secret. */
    public Device(DeviceIdentity identity, DeviceSecret secret) {
        this(identity, Objects.requireNonNull(secret, "secret"), true);
    }

    private Device(DeviceIdentity identity, DeviceSecret secret, boolean secretChosen) {
        this.identity = Objects.requireNonNull(identity, "identity");
        this.secret = secret;
        this.secretChosen = secretChosen;
    }

    /** A device with a secret that nobody has chosen; a {@link DeviceStore} that knows the device has its secret. */
    public static Device withRandomSecret(DeviceIdentity identity) {
        return new Device(identity, DeviceSecret.random(), false);
    }

    /** A device that shows a certificate. */
    public static Device withCertificate(DeviceIdentity identity) {
        return new Device(identity, null, true);
    }

    public DeviceIdentity identity() {
        return identity;
    }

    /** Empty for a device that shows a certificate instead. */
    public Optional<DeviceSecret> secret() {
        return Optional.ofNullable(secret);
    }

    public CredentialKind credentialKind() {
        return secret == null ? CredentialKind.CERTIFICATE : CredentialKind.SECRET;
    }

    boolean secretChosen() {
        return secretChosen;
    }

    /** Whether the device may connect; a new device may. */
    public boolean enabled() {
        return enabled;
    }

    public void enable(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public String toString() {
        return identity.toString();
    }
}
