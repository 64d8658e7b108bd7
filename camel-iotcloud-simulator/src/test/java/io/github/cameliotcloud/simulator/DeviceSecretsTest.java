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
package io.github.cameliotcloud.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;

class DeviceSecretsTest {

    private static final String PRODUCT = "ABC1234567";
    private static final String KNOWN = "AAECAwQFBgcICQoLDA0ODw==";

    private final DeviceSecrets secrets = new DeviceSecrets(new DeviceDirectory(List.of(
            new Device(new DeviceIdentity(PRODUCT, "known"), DeviceSecret.fromBase64(KNOWN)),
            new Device(new DeviceIdentity(PRODUCT, "random"), DeviceSecret.random()),
            Device.withCertificate(new DeviceIdentity(PRODUCT, "certificate")))));

    @TempDir
    Path folder;

    @Test
    void fileHasALineForEachDeviceWithASecret() throws Exception {
        Path file = folder.resolve("new/secrets.properties");
        secrets.writeTo(file);
        secrets.writeTo(file);

        assertThat(Files.readString(file))
                .isEqualTo("ABC1234567/known=" + KNOWN + "\nABC1234567/random=" + secrets.of(PRODUCT, "random") + "\n");
    }

    @Test
    void randomSecretIsLongAndNobodyElses() {
        assertThat(secrets.of(PRODUCT, "random"))
                .hasSize(24)
                .isNotEqualTo(DeviceSecret.random().toBase64());
    }

    @Test
    void deviceWithoutASecretIsRefused() {
        for (String device : List.of("certificate", "unknown")) {
            assertThatThrownBy(() -> secrets.of(PRODUCT, device))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("There is no device ABC1234567/" + device + " with a secret");
        }
    }
}
