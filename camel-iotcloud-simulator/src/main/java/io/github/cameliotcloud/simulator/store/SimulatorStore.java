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
package io.github.cameliotcloud.simulator.store;

import io.github.cameliotcloud.simulator.device.DeviceStore;
import io.github.cameliotcloud.simulator.session.SessionStore;
import io.github.cameliotcloud.simulator.shadow.ShadowStore;

/**
 * All that survives a simulator.
 *
 * @param devices devices, their secrets, and whether they are enabled
 * @param sessions persistent sessions and their messages
 * @param shadows shadows
 * @param closing ends the use of all three
 */
public record SimulatorStore(DeviceStore devices, SessionStore sessions, ShadowStore shadows, Runnable closing) {

    /** Everything ends with the simulator. */
    public static final SimulatorStore NONE =
            new SimulatorStore(DeviceStore.NONE, SessionStore.NONE, ShadowStore.NONE, () -> {});

    public void close() {
        closing.run();
    }
}
