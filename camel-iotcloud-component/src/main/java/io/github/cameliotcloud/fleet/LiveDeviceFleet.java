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
package io.github.cameliotcloud.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.cameliotcloud.auth.DeviceIdentity;

/** A fleet that an application fills, before routes start or while they run. Thread-safe. */
public final class LiveDeviceFleet implements DeviceFleet {

    private final Set<DeviceIdentity> devices;
    private final List<FleetListener> listeners = new ArrayList<>();

    /** Makes a fleet without devices. */
    public LiveDeviceFleet() {
        this(List.of());
    }

    /** @param devices the first devices */
    public LiveDeviceFleet(Collection<DeviceIdentity> devices) {
        this.devices = new LinkedHashSet<>(devices);
    }

    /**
     * Adds a device; endpoints begin to connect it before this returns, and do not wait for the connection.
     *
     * @param device a device
     * @return false when it was there already
     */
    public synchronized boolean add(DeviceIdentity device) {
        boolean added = devices.add(device);
        if (added) {
            listeners.forEach(listener -> listener.added(device));
        }
        return added;
    }

    /**
     * Removes a device; endpoints take no more of its messages and disconnect it once those in work are done.
     *
     * @param device a device
     * @return false when it was not there
     */
    public synchronized boolean remove(DeviceIdentity device) {
        boolean removed = devices.remove(device);
        if (removed) {
            listeners.forEach(listener -> listener.removed(device));
        }
        return removed;
    }

    /** @return a copy of the devices of this moment, in the order of their coming */
    public synchronized Set<DeviceIdentity> devices() {
        return new LinkedHashSet<>(devices);
    }

    @Override
    public synchronized boolean contains(DeviceIdentity device) {
        return devices.contains(device);
    }

    @Override
    public synchronized Observation observe(FleetListener listener) {
        devices.forEach(listener::added);
        listeners.add(listener);
        return () -> forget(listener);
    }

    private synchronized void forget(FleetListener listener) {
        listeners.remove(listener);
    }
}
