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
package io.github.cameliotcloud;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.IotCloudException;
import io.github.cameliotcloud.fleet.DeviceFleet;
import io.github.cameliotcloud.fleet.DeviceFleet.Observation;
import io.github.cameliotcloud.fleet.FleetListener;

/**
 * One member for each device of a fleet, opened when the device comes and closed when it goes. A device that cannot be
 * opened is remembered with the reason, and does not keep the others from it.
 *
 * @param <T> what is held for each device
 */
final class FleetMembers<T extends DeviceMember> implements FleetListener, DeviceMembers {

    private static final Logger LOG = LoggerFactory.getLogger(FleetMembers.class);

    private final Function<DeviceIdentity, T> opener;
    private final Consumer<T> closer;
    private final Map<DeviceIdentity, T> members = new ConcurrentHashMap<>();
    private final Map<DeviceIdentity, RuntimeException> refused = new ConcurrentHashMap<>();
    private Observation observation = () -> {};
    private boolean closed;

    /**
     * @param opener opens a member; must not block
     * @param closer closes the one of a device that has left the fleet; must not block
     */
    FleetMembers(Function<DeviceIdentity, T> opener, Consumer<T> closer) {
        this.opener = opener;
        this.closer = closer;
    }

    /** Opens a member for each device of the fleet, and follows its changes until {@link #close()}. */
    void follow(DeviceFleet fleet) {
        observation = fleet.observe(this);
    }

    @Override
    public synchronized void added(DeviceIdentity device) {
        if (closed || members.containsKey(device)) {
            return;
        }
        try {
            members.put(device, opener.apply(device));
            refused.remove(device);
        } catch (RuntimeException e) {
            refused.put(device, e);
            LOG.error("Device {} of a fleet is not served: {}", device, e.getMessage(), unforeseen(e));
        }
    }

    /** A wrong option says all in its sentence; thousands of stack traces would hide it. */
    private static RuntimeException unforeseen(RuntimeException failure) {
        return failure instanceof IllegalArgumentException || failure instanceof IotCloudException ? null : failure;
    }

    @Override
    public synchronized void removed(DeviceIdentity device) {
        refused.remove(device);
        T member = members.remove(device);
        if (member != null) {
            closer.accept(member);
        }
    }

    Optional<T> find(DeviceIdentity device) {
        return Optional.ofNullable(members.get(device));
    }

    @Override
    public Collection<T> all() {
        return List.copyOf(members.values());
    }

    @Override
    public Map<DeviceIdentity, RuntimeException> refused() {
        return Map.copyOf(refused);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Opens no more members.
     *
     * @return those that there were, for the caller to close
     */
    Collection<T> close() {
        observation.cancel();
        synchronized (this) {
            closed = true;
            Collection<T> rest = all();
            members.clear();
            refused.clear();
            return rest;
        }
    }
}
