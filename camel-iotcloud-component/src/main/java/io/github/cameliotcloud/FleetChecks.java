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

import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.fleet.DeviceFleet;
import io.github.cameliotcloud.fleet.FileDeviceFleet;

/** Refuses options that name one device beside a fleet of them, or leave a fleet without secrets. */
final class FleetChecks {

    private FleetChecks() {}

    /** @throws InvalidOptionException for the first option that cannot work */
    static void check(IotCloudConfiguration options, TlsOptions tls) {
        if (options.getProduct() != null || options.getDevice() != null) {
            boolean product = options.getProduct() != null;
            throw new InvalidOptionException(
                    product ? "product" : "device",
                    product ? options.getProduct() : options.getDevice(),
                    "is set beside fleet, which has the product and name of each device; leave one of the two out");
        }
        if (options.getDeviceSecret() != null) {
            throw InvalidOptionException.secret(
                    "deviceSecret",
                    "is set beside fleet, but each device has its own secret; use secretResolver, or a file with secrets");
        }
        if (tls.isCertificateDevice()) {
            throw InvalidOptionException.secret(
                    "deviceCertificate",
                    "or a key manager is set beside fleet, but it is that of one device; a fleet signs with device secrets");
        }
        if (options.getSecretResolver() == null && !knowsSecrets(options.getFleet())) {
            throw InvalidOptionException.secret(
                    "secretResolver",
                    "is not set: set it to a bean that knows the secrets of the fleet's devices, or give the fleet's file a"
                            + " third column named secret");
        }
    }

    private static boolean knowsSecrets(DeviceFleet fleet) {
        return fleet instanceof FileDeviceFleet file ? file.hasSecrets() : fleet instanceof SecretResolver;
    }
}
