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

import java.util.Locale;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.InvalidOptionException;

/** What an endpoint talks about: the part of the URI behind {@code iotcloud:} (protocol.md section 4). */
public enum Channel {
    /** The device shadow: requests, replies and deltas. */
    SHADOW(true, true),
    /** Messages of the device to the cloud. */
    EVENT(true, false),
    /** Messages of the cloud to the device. */
    CONTROL(false, true),
    /** The two-way topic of newer products. */
    DATA(true, true),
    /** A topic class that the product defines. */
    TOPIC(true, true);

    private final boolean publishes;
    private final boolean subscribes;

    Channel(boolean publishes, boolean subscribes) {
        this.publishes = publishes;
        this.subscribes = subscribes;
    }

    /** @return whether a device may publish here */
    boolean publishes() {
        return publishes;
    }

    /** @return whether a device may subscribe here */
    boolean subscribes() {
        return subscribes;
    }

    /** @return the name as written in a URI */
    String uriName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param name the option {@code name}, which only {@link #TOPIC} has
     * @return the topic, or topic filter, of every channel but the shadow
     */
    String topic(DeviceIdentity device, String name) {
        return device.product() + "/" + device.device() + "/" + (this == TOPIC ? name : uriName());
    }

    static Channel parse(String name) {
        for (Channel channel : values()) {
            if (channel.uriName().equals(name)) {
                return channel;
            }
        }
        throw new InvalidOptionException(
                "channel", name, "use shadow, event, control, data or topic, as in iotcloud:shadow");
    }
}
