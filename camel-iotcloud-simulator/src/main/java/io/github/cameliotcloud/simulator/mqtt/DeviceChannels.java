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
package io.github.cameliotcloud.simulator.mqtt;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.cameliotcloud.simulator.application.DeviceGateway;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DevicePresence;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;
import io.github.cameliotcloud.simulator.session.OutboundMessage;
import io.github.cameliotcloud.simulator.session.SessionStore;

/** The channels of all devices. Thread-safe. */
public final class DeviceChannels implements DeviceGateway {

    private final Map<DeviceIdentity, DeviceChannel> channels = new ConcurrentHashMap<>();
    private final DeviceDirectory devices;
    private final Clock clock;
    private final Limits limits;
    private final SessionStore sessions;

    public DeviceChannels(DeviceDirectory devices, Clock clock, Limits limits) {
        this(devices, clock, limits, SessionStore.NONE);
    }

    /** @param sessions where persistent sessions are and stay */
    public DeviceChannels(DeviceDirectory devices, Clock clock, Limits limits, SessionStore sessions) {
        this.devices = devices;
        this.clock = clock;
        this.limits = limits;
        this.sessions = sessions;
        devices.all().forEach(device -> admit(device.identity()));
    }

    /** The channel of a device; one that leads nowhere when the device was deleted. */
    public DeviceChannel of(DeviceIdentity device) {
        DeviceChannel channel = channels.get(device);
        return channel == null ? newChannel(device, SessionStore.NONE).retire() : channel;
    }

    private DeviceChannel newChannel(DeviceIdentity device, SessionStore store) {
        return new DeviceChannel(device, clock, limits, store);
    }

    Optional<DeviceChannel> byClientId(String clientId) {
        return devices.byClientId(clientId).map(device -> of(device.identity()));
    }

    public Collection<DeviceChannel> all() {
        return channels.values();
    }

    @Override
    public void admit(DeviceIdentity device) {
        channels.computeIfAbsent(device, key -> newChannel(key, sessions));
    }

    @Override
    public void expel(DeviceIdentity device) {
        DeviceChannel channel = channels.remove(device);
        if (channel != null) {
            channel.retire();
        }
    }

    @Override
    public DeliveryOutcome deliver(DeviceIdentity device, OutboundMessage message) {
        return of(device).deliver(message);
    }

    @Override
    public DeliveryOutcome deliverIfOnline(DeviceIdentity device, OutboundMessage message) {
        return of(device).deliverIfOnline(message);
    }

    @Override
    public DevicePresence presence(DeviceIdentity device) {
        return of(device).presence();
    }
}
