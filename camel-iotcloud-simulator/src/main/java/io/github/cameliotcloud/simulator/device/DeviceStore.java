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
import java.util.List;

/** Where devices survive the simulator. What it is told survives once the call returns. */
public interface DeviceStore {

    /** Remembers nothing: devices live as long as their simulator. */
    DeviceStore NONE = new DeviceStore() {
        @Override
        public Collection<Device> load() {
            return List.of();
        }

        @Override
        public void save(Collection<Device> devices) {
            // nothing is remembered
        }

        @Override
        public void delete(DeviceIdentity device) {
            // nothing is remembered
        }
    };

    /** All devices that were saved and not deleted, in a fixed order. */
    Collection<Device> load();

    /** Saves devices with their secrets, and whether they are enabled. */
    void save(Collection<Device> devices);

    /** Forgets a device; does nothing when it was not saved. */
    void delete(DeviceIdentity device);
}
