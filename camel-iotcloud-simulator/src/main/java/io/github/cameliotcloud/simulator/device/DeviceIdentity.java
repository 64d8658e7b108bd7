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
package io.github.cameliotcloud.simulator.device;

import java.util.regex.Pattern;

/**
 * The name of a device: product ID and device name (protocol.md 2.1).
 *
 * @param product ten characters of {@code A-Z} and {@code 0-9}
 * @param device 1 to 48 characters of {@code A-Z a-z 0-9 _ -}
 */
public record DeviceIdentity(String product, String device) {

    private static final Pattern PRODUCT = Pattern.compile("[A-Z0-9]{10}");
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_-]{1,48}");

    /** @throws IllegalArgumentException when one of the names does not follow the grammar */
    public DeviceIdentity {
        requireProduct(product);
        if (device == null || !DEVICE.matcher(device).matches()) {
            throw new IllegalArgumentException(
                    "A device name has 1 to 48 characters of A-Z a-z 0-9 _ -, but this one is: " + device);
        }
    }

    /** @throws IllegalArgumentException when {@code product} is no product ID */
    public static void requireProduct(String product) {
        if (product == null || !PRODUCT.matcher(product).matches()) {
            throw new IllegalArgumentException(
                    "A product ID has exactly 10 characters of A-Z 0-9, but this one is: " + product);
        }
    }

    /** The MQTT client identifier: product ID and device name without a separator. */
    public String clientId() {
        return product + device;
    }

    @Override
    public String toString() {
        return product + "/" + device;
    }
}
