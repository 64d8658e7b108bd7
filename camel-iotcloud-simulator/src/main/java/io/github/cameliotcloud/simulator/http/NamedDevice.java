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
package io.github.cameliotcloud.simulator.http;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;

/** Finds the device that a request names. */
final class NamedDevice {

    private NamedDevice() {}

    /** The device, or this error of the action. */
    static Device of(ApiParameters parameters, DeviceDirectory devices, ApiError unknown) {
        return devices.find(parameters.text("ProductId"), parameters.text("DeviceName"))
                .orElseThrow(() -> new ApiException(unknown, "The product or the device does not exist."));
    }

    /** The device, or an error that tells whether its product is there. */
    static Device ofKnownProduct(ApiParameters parameters, DeviceDirectory devices) {
        requireProduct(parameters, devices);
        return of(parameters, devices, ApiError.DEVICE_NOT_EXIST);
    }

    /** The product ID, or an error when there is no such product. */
    static String requireProduct(ApiParameters parameters, DeviceDirectory devices) {
        String product = parameters.text("ProductId");
        if (devices.product(product).isEmpty()) {
            throw new ApiException(ApiError.PRODUCT_NOT_EXIST, "The product does not exist.");
        }
        return product;
    }
}
