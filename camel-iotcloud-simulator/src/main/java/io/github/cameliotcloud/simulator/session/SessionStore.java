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
package io.github.cameliotcloud.simulator.session;

import java.util.Optional;
import java.util.function.Supplier;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/**
 * Where persistent sessions survive the simulator. Called while the device's channel is locked; an implementation takes
 * little time, waits for nothing but its file, and calls nobody back.
 */
public interface SessionStore {

    /** Remembers nothing: sessions live as long as their simulator. */
    SessionStore NONE = new SessionStore() {
        @Override
        public Optional<StoredSession> load(DeviceIdentity device) {
            return Optional.empty();
        }

        @Override
        public void save(DeviceIdentity device, Supplier<StoredSession> session) {
            // nothing is remembered
        }

        @Override
        public void saveSoon(DeviceIdentity device, Supplier<StoredSession> session) {
            // nothing is remembered
        }

        @Override
        public void delete(DeviceIdentity device) {
            // nothing is remembered
        }
    };

    /** The session that was saved last; empty when there is none. */
    Optional<StoredSession> load(DeviceIdentity device);

    /**
     * Saves what survives once this returns.
     *
     * @param session asked at once, or not at all
     */
    void save(DeviceIdentity device, Supplier<StoredSession> session);

    /** Saves what may be lost when the process dies now, as MQTT only repeats something then. */
    void saveSoon(DeviceIdentity device, Supplier<StoredSession> session);

    /** The session is over; survives once this returns. Does nothing when none was saved. */
    void delete(DeviceIdentity device);
}
