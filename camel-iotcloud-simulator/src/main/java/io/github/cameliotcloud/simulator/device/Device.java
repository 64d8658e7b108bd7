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

/** A device that the simulated cloud knows. */
public final class Device {

    private final DeviceIdentity identity;
    private final DeviceSecret secret;
    private volatile boolean enabled = true;

    public Device(DeviceIdentity identity, DeviceSecret secret) {
        this.identity = Objects.requireNonNull(identity, "identity");
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    public DeviceIdentity identity() {
        return identity;
    }

    public DeviceSecret secret() {
        return secret;
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
