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
package io.github.cameliotcloud.auth;

import java.util.regex.Pattern;

import io.github.cameliotcloud.error.InvalidOptionException;

/**
 * A device of a product. Both names become part of topics, client id, user name and host name, so nothing but the
 * characters that the cloud allows gets past this type (protocol.md section 2.1).
 *
 * @param product product ID, 1 to 20 letters and digits
 * @param device  device name, 1 to 60 of letters, digits, {@code _ - :}
 */
public record DeviceIdentity(String product, String device) {

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9:_-]{1,60}");

    /** @throws InvalidOptionException when a name is missing or has a character that the cloud does not allow */
    public DeviceIdentity {
        check("product", product, PRODUCT, "use the product ID shown in the console, letters and digits only");
        check(
                "device",
                device,
                DEVICE,
                "use the device name shown in the console: letters, digits, '_', '-' and ':', at most 60");
    }

    /** @return the MQTT client id, {@code ${product}${device}} */
    public String clientId() {
        return product + device;
    }

    /** @return {@code product/device}, for messages */
    @Override
    public String toString() {
        return product + "/" + device;
    }

    private static void check(String option, String value, Pattern allowed, String remedy) {
        if (value == null || !allowed.matcher(value).matches()) {
            throw new InvalidOptionException(option, value, remedy);
        }
    }
}
