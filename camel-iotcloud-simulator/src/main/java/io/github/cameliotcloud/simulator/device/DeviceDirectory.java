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

    private final DeviceStore store;

    /** @throws IllegalArgumentException when two devices have the same identity */
    public DeviceDirectory(Collection<Device> devices) {
        this(devices, DeviceStore.NONE);
    }

    /**
     * Holds the given devices and those of the store. A device of both has the given secret, that of the store when the
     * given one is random, and is disabled when the store says so.
     *
     * @throws IllegalArgumentException when two of the given devices have the same identity
     */
    public DeviceDirectory(Collection<Device> devices, DeviceStore store) {
        this.store = store;
        for (Device device : devices) {
            if (byClientId.putIfAbsent(device.identity().clientId(), device) != null) {
                throw new IllegalArgumentException("Device " + device + " is defined twice");
            }
        }
        for (Device known : store.load()) {
            byClientId.merge(known.identity().clientId(), known, DeviceDirectory::merged);
        }
        store.save(all());
    }

    private static Device merged(Device given, Device known) {
        if (!given.secretChosen() && known.secret().isPresent()) {
            return known;
        }
        given.enable(known.enabled());
        return given;
    }

    /** Lets a device connect or refuses it; the store remembers that. */
    public void enable(Device device, boolean enabled) {
        device.enable(enabled);
        store.save(List.of(device));
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
