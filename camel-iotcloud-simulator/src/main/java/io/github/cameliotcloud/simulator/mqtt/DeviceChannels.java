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
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.session.SessionStore;

/** The channels of all devices. */
public final class DeviceChannels {

    private final Map<DeviceIdentity, DeviceChannel> channels;
    private final DeviceDirectory devices;

    public DeviceChannels(DeviceDirectory devices, Clock clock, Limits limits) {
        this(devices, clock, limits, SessionStore.NONE);
    }

    /** @param sessions where persistent sessions are and stay */
    public DeviceChannels(DeviceDirectory devices, Clock clock, Limits limits, SessionStore sessions) {
        this.devices = devices;
        this.channels = devices.all().stream()
                .map(Device::identity)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), identity -> new DeviceChannel(identity, clock, limits, sessions)));
    }

    /** The channel of a device that the directory knows. */
    public DeviceChannel of(DeviceIdentity device) {
        return channels.get(device);
    }

    Optional<DeviceChannel> byClientId(String clientId) {
        return devices.byClientId(clientId).map(device -> of(device.identity()));
    }

    public Collection<DeviceChannel> all() {
        return channels.values();
    }
}
