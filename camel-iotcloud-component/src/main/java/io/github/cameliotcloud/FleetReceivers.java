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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.camel.impl.health.AbstractHealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.fleet.DeviceFleet;

/**
 * The messages of all devices of a fleet. Never waits for a device: each connects in its own time, and one that cannot
 * keeps no other from it.
 */
final class FleetReceivers implements Receivers {

    private static final Logger LOG = LoggerFactory.getLogger(FleetReceivers.class);

    private final Object consumer;
    private final DeviceFleet fleet;
    private final FleetMembers<DeviceReceiver> members;
    private final ClosingDevices closing;
    private final int minConnected;
    /** Of devices that have left the fleet; their messages are in the route, which may never end. */
    private final Set<DeviceReceiver> leaving = ConcurrentHashMap.newKeySet();

    private boolean following;
    private volatile boolean paused;

    /**
     * @param consumer what to call it in the log
     * @param opener   takes a share in the session of a device, without connecting it
     */
    FleetReceivers(
            Object consumer,
            DeviceFleet fleet,
            Function<DeviceIdentity, DeviceReceiver> opener,
            ClosingDevices closing,
            int minConnected) {
        this.consumer = consumer;
        this.fleet = fleet;
        this.closing = closing;
        this.minConnected = minConnected;
        this.members = new FleetMembers<>(device -> receiving(opener.apply(device)), this::leave);
    }

    @Override
    public void receive() {
        paused = false;
        if (following) {
            members.all().forEach(DeviceReceiver::receive);
        } else {
            following = true;
            members.follow(fleet);
            LOG.info("{} serves {} devices", consumer, members.all().size());
        }
    }

    @Override
    public void pause() {
        paused = true;
        members.all().forEach(DeviceReceiver::pause);
    }

    @Override
    public void close() {
        Collection<DeviceReceiver> last = members.close();
        closing.await(Stream.concat(last.stream(), leaving.stream())
                .map(DeviceReceiver::release)
                .toArray(CompletableFuture[]::new));
        LOG.info("{} has let go of {} devices", consumer, last.size());
    }

    @Override
    public AbstractHealthCheck healthCheck(String id) {
        return new FleetHealthCheck(id, members, minConnected);
    }

    private void leave(DeviceReceiver receiver) {
        leaving.add(receiver);
        receiver.drain().whenComplete((drained, failure) -> leaving.remove(receiver));
    }

    private DeviceReceiver receiving(DeviceReceiver receiver) {
        if (!paused) {
            receiver.receive();
        }
        return receiver;
    }
}
