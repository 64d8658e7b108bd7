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

/** The names of a device's topics (protocol.md 4). */
public final class DeviceTopics {

    private DeviceTopics() {}

    /** What all default and custom topics of the device start with, including the last slash. */
    public static String prefix(DeviceIdentity device) {
        return device.product() + "/" + device.device() + "/";
    }

    /** Where the device asks for its shadow. */
    public static String shadowOperation(DeviceIdentity device) {
        return "$shadow/operation/" + device.product() + "/" + device.device();
    }

    /** Where the cloud answers, and pushes deltas. */
    public static String shadowResult(DeviceIdentity device) {
        return "$shadow/operation/result/" + device.product() + "/" + device.device();
    }

    /** Where the cloud calls the device, without the process ID (6.1); the device subscribes to this and a {@code +}. */
    public static String rrpcRequests(DeviceIdentity device) {
        return "$rrpc/rxd/" + device.product() + "/" + device.device() + "/";
    }

    /** Where the device answers a call, without the process ID (6.1). */
    public static String rrpcAnswers(DeviceIdentity device) {
        return "$rrpc/txd/" + device.product() + "/" + device.device() + "/";
    }

    /** Where the device gets what is sent to all devices of its product (6.2). */
    public static String broadcast(DeviceIdentity device) {
        return "$broadcast/rxd/" + device.product() + "/" + device.device();
    }
}
