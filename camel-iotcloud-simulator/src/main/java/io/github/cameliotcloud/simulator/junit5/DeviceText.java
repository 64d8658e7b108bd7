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
package io.github.cameliotcloud.simulator.junit5;

import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/** The name of a device as an annotation has it. */
record DeviceText(String product, String device) {

    /** @throws IllegalArgumentException with one sentence for the user */
    static DeviceText parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "A device of @IotCloudSimulatorTest is PRODUCT/DEVICE, such as ABC1234567/dev-01, but this one has "
                            + (parts.length - 1) + " slashes; a secret of your own needs a field with"
                            + " IotCloudSimulatorExtension.of.");
        }
        return new DeviceText(parts[0], parts[1]);
    }

    void addTo(IotCloudSimulatorBuilder builder) {
        builder.device(product, device);
    }
}
