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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All devices of the simulated cloud; does not change after construction. */
public final class DeviceDirectory {

    // a product ID has a fixed length, so the client identifier is unambiguous
    private final Map<String, Device> byClientId = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two devices have the same identity */
    public DeviceDirectory(Collection<Device> devices) {
        for (Device device : devices) {
            if (byClientId.putIfAbsent(device.identity().clientId(), device) != null) {
                throw new IllegalArgumentException("Device " + device + " is defined twice");
            }
        }
    }

    public Optional<Device> byClientId(String clientId) {
        return clientId == null ? Optional.empty() : Optional.ofNullable(byClientId.get(clientId));
    }

    /** Finds a device; any text is allowed as a name. */
    public Optional<Device> find(String product, String device) {
        return byClientId(product + device)
                .filter(found -> found.identity().product().equals(product));
    }

    public Collection<Device> all() {
        return List.copyOf(byClientId.values());
    }
}
