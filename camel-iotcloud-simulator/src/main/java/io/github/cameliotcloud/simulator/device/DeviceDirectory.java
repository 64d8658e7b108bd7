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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The devices that exist, in the order of their creation, and their products. Thread-safe. */
public final class DeviceDirectory {

    // a product ID has a fixed length, so the client identifier is unambiguous
    private final Map<String, Device> byClientId = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, CredentialKind> products = new ConcurrentHashMap<>();

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
            if (!put(device)) {
                throw new IllegalArgumentException("Device " + device + " is defined twice");
            }
        }
        for (Device known : store.load()) {
            addProduct(known.identity().product(), known.credentialKind());
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

    /** Adds a device, and its product with the first one; false when there is a device with this identity already. */
    public boolean add(Device device) {
        boolean added = put(device);
        if (added) {
            store.save(List.of(device));
        }
        return added;
    }

    private boolean put(Device device) {
        addProduct(device.identity().product(), device.credentialKind());
        return byClientId.putIfAbsent(device.identity().clientId(), device) == null;
    }

    /** Removes a device; its product stays. False when it was not there. */
    public boolean remove(Device device) {
        boolean removed = byClientId.remove(device.identity().clientId(), device);
        if (removed) {
            store.delete(device.identity());
        }
        return removed;
    }

    /** Adds a product without devices; nothing changes when it is there. */
    public void addProduct(String product, CredentialKind kind) {
        products.putIfAbsent(product, kind);
    }

    /** The kind of a product; empty when there is no such product. Any text is allowed. */
    public Optional<CredentialKind> product(String product) {
        return Optional.ofNullable(products.get(product));
    }

    public Optional<Device> byClientId(String clientId) {
        return clientId == null ? Optional.empty() : Optional.ofNullable(byClientId.get(clientId));
    }

    /** Finds a device; any text is allowed as a name. */
    public Optional<Device> find(String product, String device) {
        return byClientId(product + device)
                .filter(found -> found.identity().product().equals(product));
    }

    public List<Device> all() {
        synchronized (byClientId) {
            return List.copyOf(byClientId.values());
        }
    }

    /** The devices of a product. */
    public List<Device> of(String product) {
        return all().stream()
                .filter(device -> device.identity().product().equals(product))
                .toList();
    }
}
