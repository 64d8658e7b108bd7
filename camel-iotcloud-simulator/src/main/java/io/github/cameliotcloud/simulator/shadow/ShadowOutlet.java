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

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/**
 * Takes documents to a device. Called while the device's shadow is locked, so that the order of calls is the order of
 * versions: an implementation queues the document and returns at once.
 */
public interface ShadowOutlet {

    /** The answer to a request of the device, JSON in UTF-8. */
    void reply(DeviceIdentity device, byte[] document);

    /** News for the device, JSON in UTF-8. */
    void delta(DeviceIdentity device, byte[] document);
}
