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
package io.github.cameliotcloud;

import org.apache.camel.Message;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.fleet.DeviceFleet;
import io.github.cameliotcloud.fleet.FleetShard;
import io.github.cameliotcloud.fleet.Shard;

/** The headers by which a message says which device of a fleet it is for. */
final class FleetHeaders {

    private FleetHeaders() {}

    /** @throws InvalidMessageException when the headers name no device */
    static DeviceIdentity device(Message message) {
        return identity(header(message, IotCloudConstants.PRODUCT), header(message, IotCloudConstants.DEVICE));
    }

    /** @param reason why a device of the fleet is not served, null when it is not in the fleet */
    static InvalidMessageException notInFleet(DeviceIdentity device, DeviceFleet fleet, RuntimeException reason) {
        String text =
                "the headers " + IotCloudConstants.PRODUCT + " and " + IotCloudConstants.DEVICE + " name " + device;
        if (fleet instanceof FleetShard part && !part.shard().contains(device)) {
            return new InvalidMessageException(text + " of shard "
                    + Shard.of(device, part.shard().count()) + ", but this endpoint serves shard " + part.shard()
                    + "; send from the route that has the device's shard");
        }
        return reason == null
                ? new InvalidMessageException(
                        text + ", which is not in the fleet; add it there, or correct the headers")
                : new InvalidMessageException(text + ", which is not served: " + reason.getMessage(), reason);
    }

    private static DeviceIdentity identity(String product, String device) {
        try {
            return new DeviceIdentity(product, device);
        } catch (InvalidOptionException e) {
            throw new InvalidMessageException(
                    "the headers " + IotCloudConstants.PRODUCT + " and " + IotCloudConstants.DEVICE
                            + " name no device: " + e.getMessage(),
                    e);
        }
    }

    private static String header(Message message, String name) {
        String value = message.getHeader(name, String.class);
        if (value == null) {
            throw new InvalidMessageException("header " + name + " is not set: the producer of a fleet takes the device"
                    + " from " + IotCloudConstants.PRODUCT + " and " + IotCloudConstants.DEVICE);
        }
        return value;
    }
}
