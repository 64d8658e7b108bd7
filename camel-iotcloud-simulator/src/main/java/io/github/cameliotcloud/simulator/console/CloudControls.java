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
package io.github.cameliotcloud.simulator.console;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;

/**
 * What the console does to the simulated cloud as a whole. Throws {@link IllegalArgumentException} for what the user has
 * to change and {@link IllegalStateException} for what does not work now, both with a sentence for the user.
 */
public interface CloudControls {

    /** Merges desired state, or clears it for the text {@code null}; returns the new version. */
    long setDesired(DeviceIdentity device, String desiredJson);

    /** Sends a message to the device's topic with this suffix. */
    DeliveryOutcome publish(DeviceIdentity device, String topicSuffix, byte[] payload, int qos);

    /** Lets the device connect, or refuses it and closes its connection. */
    void enable(DeviceIdentity device, boolean enabled);

    /** Whether the MQTT ports are open. */
    boolean networkOpen();

    /** Opens or closes the MQTT ports; may block for some seconds. */
    void openNetwork(boolean open);
}
