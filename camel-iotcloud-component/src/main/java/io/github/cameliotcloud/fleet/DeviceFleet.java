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
 * The devices that one endpoint serves, the value of its option {@code fleet}. They may change while routes run.
 * Implementations are thread-safe. One that is a {@link io.github.cameliotcloud.auth.SecretResolver} too is asked for the
 * secrets of its devices, unless the endpoint has a {@code secretResolver}.
 */
public interface DeviceFleet {

    /**
     * @param device a device
     * @return whether it is in the fleet now
     */
    boolean contains(DeviceIdentity device);

    /**
     * Tells a listener of all devices in the fleet, before this returns, and of each change from then on, so that it
     * misses none.
     *
     * @param listener told of one change at a time
     * @return what ends this
     */
    Observation observe(FleetListener listener);

    /** A listener's stay with a fleet. */
    @FunctionalInterface
    interface Observation {

        /** Tells the listener of no more changes; one that is on its way may still come. */
        void cancel();
    }
}
