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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.error.InvalidOptionException;

class DeviceIdentityTest {

    @Test
    void clientIdIsProductAndDeviceWithoutSeparator() {
        assertThat(new DeviceIdentity("ABC1234567", "dev-01").clientId()).isEqualTo("ABC1234567dev-01");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a/b", "a#", "a+b", "a b", "a;b", "a\u0000b", "a\nb", "gerät"})
    void deviceNameWithOtherCharactersIsRefusedByName(String device) {
        assertThatThrownBy(() -> new DeviceIdentity("ABC1234567", device))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("Option device")
                .message()
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a.b", "a/b", "-a", "a_b"})
    void productThatWouldBreakAHostNameIsRefusedByName(String product) {
        assertThatThrownBy(() -> new DeviceIdentity(product, "dev-01"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("Option product");
    }

    @Test
    void hugeNameIsRefusedWithAShortMessage() {
        assertThatThrownBy(() -> new DeviceIdentity("P", "x".repeat(10_000_000)))
                .message()
                .hasSizeLessThan(300);
    }
}
