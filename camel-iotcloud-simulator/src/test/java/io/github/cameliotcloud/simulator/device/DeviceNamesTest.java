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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DeviceNamesTest {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

    @Test
    void clientIdIsProductAndDeviceWithoutSeparator() {
        assertThat(new DeviceIdentity("Q9WERTYUIO", "Air_Conditioner_1").clientId())
                .isEqualTo("Q9WERTYUIOAir_Conditioner_1");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"ABC123456", "ABC12345678", "abc1234567", "ABC-234567", "ABC123456/"})
    void badProductIsRefused(String product) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeviceIdentity(product, "d"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a b", "a/b", "a+", "#", "a;b", "é", "0123456789012345678901234567890123456789012345678"})
    void badDeviceNameIsRefused(String device) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeviceIdentity("ABC1234567", device));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"not base64!", "__79", "YQ=x"})
    void badSecretIsRefusedWithoutQuotingIt(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceSecret.fromBase64(secret))
                .withNoCause()
                .withMessageStartingWith("The device secret is");
    }

    @Test
    void secretIsNotInItsTextForm() {
        assertThat(DeviceSecret.fromBase64(SECRET)).hasToString("DeviceSecret[***]");
    }

    @Test
    void directoryFindsADeviceOnlyByItsOwnNames() {
        Device device = new Device(new DeviceIdentity("ABC1234567", "d1"), DeviceSecret.fromBase64(SECRET));
        DeviceDirectory directory = new DeviceDirectory(List.of(device));

        assertThat(directory.find("ABC1234567", "d1")).contains(device);
        assertThat(directory.find("ABC1234567d", "1")).isEmpty();
        assertThat(directory.byClientId("ABC1234567d1")).contains(device);
        assertThat(directory.byClientId(null)).isEmpty();
    }
}
