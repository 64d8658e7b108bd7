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
package io.github.cameliotcloud.simulator.topic;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/** Decides which topics a device may use. */
public interface TopicAuthorizer {

    /** Whether the device may publish to this topic name. */
    boolean mayPublish(DeviceIdentity device, String topic);

    /**
     * Whether the device may subscribe with this filter, which may hold wildcards; also tells whether the cloud may
     * send to the device on a topic name.
     */
    boolean maySubscribe(DeviceIdentity device, String filter);
}
