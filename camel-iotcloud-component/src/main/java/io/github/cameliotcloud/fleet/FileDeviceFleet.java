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
package io.github.cameliotcloud.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.SecretResolver;

/** The devices of a CSV file, which is read once. Knows their secrets when the file has them. */
public final class FileDeviceFleet implements DeviceFleet, SecretResolver {

    /** Secrets by device; null where the file has none. */
    private final Map<DeviceIdentity, String> secrets;

    private FileDeviceFleet(Map<DeviceIdentity, String> secrets) {
        this.secrets = secrets;
    }

    /**
     * Reads a file whose first line names its columns: {@code product,device} or {@code product,device,secret}.
     *
     * @param csv  the file in UTF-8
     * @param name what to call it in messages
     * @return its devices
     * @throws IOException when it cannot be read
     * @throws io.github.cameliotcloud.error.InvalidOptionException when a line is wrong; names the line, never a secret
     */
    public static FileDeviceFleet read(InputStream csv, String name) throws IOException {
        return new FileDeviceFleet(new FleetFileReader(name).read(csv));
    }

    /** @return whether the file has a column of secrets */
    public boolean hasSecrets() {
        return secrets.values().stream().anyMatch(secret -> secret != null);
    }

    @Override
    public boolean contains(DeviceIdentity device) {
        return secrets.containsKey(device);
    }

    @Override
    public Observation observe(FleetListener listener) {
        secrets.keySet().forEach(listener::added);
        return () -> {};
    }

    @Override
    public String secretOf(DeviceIdentity identity) {
        return secrets.get(identity);
    }
}
