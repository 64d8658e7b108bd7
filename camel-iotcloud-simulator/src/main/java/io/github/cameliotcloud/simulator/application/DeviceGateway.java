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
package io.github.cameliotcloud.simulator.application;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DevicePresence;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;
import io.github.cameliotcloud.simulator.session.OutboundMessage;

/** The way to devices. Thread-safe; its methods return at once. */
public interface DeviceGateway {

    /** From now on the device may connect. */
    void admit(DeviceIdentity device);

    /** Closes the device's connection and forgets its session. */
    void expel(DeviceIdentity device);

    /** Sends a message to a subscriber, or stores it where the session asks for that (protocol.md 2.7). */
    DeliveryOutcome deliver(DeviceIdentity device, OutboundMessage message);

    /** Sends a message to an online subscriber; stores nothing. */
    DeliveryOutcome deliverIfOnline(DeviceIdentity device, OutboundMessage message);

    DevicePresence presence(DeviceIdentity device);
}
