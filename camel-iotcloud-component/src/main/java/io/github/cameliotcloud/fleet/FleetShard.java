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

import io.github.cameliotcloud.auth.DeviceIdentity;

/**
 * The devices of a fleet that are in one of its parts. Follows the changes of the fleet.
 *
 * @param fleet the whole
 * @param shard which part
 */
public record FleetShard(DeviceFleet fleet, Shard shard) implements DeviceFleet {

    @Override
    public boolean contains(DeviceIdentity device) {
        return shard.contains(device) && fleet.contains(device);
    }

    @Override
    public Observation observe(FleetListener listener) {
        return fleet.observe(new FleetListener() {
            @Override
            public void added(DeviceIdentity device) {
                if (shard.contains(device)) {
                    listener.added(device);
                }
            }

            @Override
            public void removed(DeviceIdentity device) {
                if (shard.contains(device)) {
                    listener.removed(device);
                }
            }
        });
    }
}
