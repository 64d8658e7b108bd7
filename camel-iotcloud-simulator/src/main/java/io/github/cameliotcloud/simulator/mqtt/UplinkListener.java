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

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/** Learns of every accepted message of a device except shadow requests, before it is acknowledged. */
@FunctionalInterface
public interface UplinkListener {

    /** Called on the connection's event loop: must not block. */
    void received(DeviceIdentity device, String topic, byte[] payload, int qos);
}
