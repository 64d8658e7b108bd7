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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.InvalidOptionException;

class FileDeviceFleetTest {

    private static final DeviceIdentity ONE = new DeviceIdentity("ABC1234567", "one");
    private static final DeviceIdentity TWO = new DeviceIdentity("ABC1234567", "two");
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

    @Test
    void fileListsDevices() throws IOException {
        FileDeviceFleet fleet = read("product,device\nABC1234567,one\n\nABC1234567, two\n");
        assertThat(devices(fleet)).containsExactly(ONE, TWO);
        assertThat(fleet.contains(TWO)).isTrue();
        assertThat(fleet.hasSecrets()).isFalse();
        assertThat(fleet.secretOf(ONE)).isNull();
    }

    @Test
    void fileMayHaveSecrets() throws IOException {
        FileDeviceFleet fleet = read("product,device,secret\r\nABC1234567,one," + SECRET + "\r\n");
        assertThat(fleet.hasSecrets()).isTrue();
        assertThat(fleet.secretOf(ONE)).isEqualTo(SECRET);
        assertThat(fleet.secretOf(TWO)).isNull();
        assertThat(fleet.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|line 1 of devices.csv has to name the columns: product,device or product,device,secret",
                "device,product|line 1 of devices.csv has to name the columns",
                "product,device#ABC1234567|line 2 of devices.csv has 1 values, but the first line names 2 columns",
                "product,device#ABC1234567,a,b|line 2 of devices.csv has 3 values",
                "product,device#ABC1234567,a#ABC1234567,b c|line 3 of devices.csv is wrong: Option device=b c",
                "product,device#ABC1234567,a#ABC1234567,a|line 3 of devices.csv repeats device ABC1234567/a",
                "product,device,secret#ABC1234567,a,|line 2 of devices.csv is wrong: Option deviceSecret: is not set",
                "product,device#ABC1234567,\"a|the file devices.csv is not CSV"
            })
    void wrongLineIsNamedWithWhatToChange(String csv, String message) {
        assertThatThrownBy(() -> read(csv.replace('#', '\n')))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("Option fleet: ")
                .hasMessageContaining(message);
    }

    @Test
    void wrongSecretIsNotShown() {
        assertThatThrownBy(() -> read("product,device,secret\nABC1234567,one,AAECAwQFBg!ICQoLDA0ODw==\n"))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("AAECAwQFBg");
    }

    private static FileDeviceFleet read(String csv) throws IOException {
        return FileDeviceFleet.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "devices.csv");
    }

    private static List<DeviceIdentity> devices(DeviceFleet fleet) {
        List<DeviceIdentity> devices = new ArrayList<>();
        fleet.observe(new FleetListener() {
            @Override
            public void added(DeviceIdentity device) {
                devices.add(device);
            }

            @Override
            public void removed(DeviceIdentity device) {
                throw new AssertionError("nothing was removed");
            }
        });
        return devices;
    }
}
