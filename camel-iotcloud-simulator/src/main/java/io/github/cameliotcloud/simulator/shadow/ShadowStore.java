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
package io.github.cameliotcloud.simulator.shadow;

import java.util.Optional;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/**
 * Where shadows survive the simulator. Called while the device's shadow is locked, before the answer goes out: what
 * {@link #save} and {@link #delete} were told survives once they return. An implementation takes little time, waits for
 * nothing but its file, and calls nobody back.
 */
public interface ShadowStore {

    /** Remembers nothing: shadows live as long as their simulator. */
    ShadowStore NONE = new ShadowStore() {
        @Override
        public Optional<StoredShadow> load(DeviceIdentity device) {
            return Optional.empty();
        }

        @Override
        public void save(DeviceIdentity device, StoredShadow shadow) {
            // nothing is remembered
        }

        @Override
        public void delete(DeviceIdentity device) {
            // nothing is remembered
        }
    };

    /** The shadow that was saved last; empty when there is none. */
    Optional<StoredShadow> load(DeviceIdentity device);

    /** @throws RuntimeException when the shadow cannot be saved; the update is not applied then */
    void save(DeviceIdentity device, StoredShadow shadow);

    /** @throws RuntimeException when the shadow cannot be deleted; it stays then */
    void delete(DeviceIdentity device);
}
