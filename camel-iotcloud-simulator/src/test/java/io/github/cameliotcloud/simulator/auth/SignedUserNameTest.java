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
package io.github.cameliotcloud.simulator.auth;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignedUserNameTest {

    @Test
    @DisplayName("2.1 clientId;sdkappid;connid;expiry")
    void fourPartsAreRead() {
        assertThat(SignedUserName.parse("P1;21010406;ab9;1700003600"))
                .contains(new SignedUserName("P1", "21010406", "ab9", 1_700_003_600L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1700003600000", "2147483647", "9223372036854775807"})
    @DisplayName("2.2 expiry is a 64-bit number")
    void expiryIsA64BitNumber(String expiry) {
        assertThat(SignedUserName.parse("P1;1;a;" + expiry))
                .hasValueSatisfying(name -> assertThat(name.expiry()).isEqualTo(Long.parseLong(expiry)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ";",
                ";;;",
                "P1",
                "P1;1;a",
                "P1;1;a;",
                "P1;1;;1",
                "P1;;a;1",
                "P1;1;a;1;",
                "P1;1;a;1;2",
                "P1;x;a;1",
                "P1;-1;a;1",
                "P1;1;a;-1",
                "P1;1;a;+1",
                "P1;1;a; 1",
                "P1;1;a;1 ",
                "P1;1;a;1\n",
                "P1;1;a;0x1",
                "P1;1;a;1.0",
                "P1;1;a;١٢٣",
                "P1;1;a;9223372036854775808",
                "P1;1;a;99999999999999999999"
            })
    void anythingElseIsRefused(String text) {
        assertThat(SignedUserName.parse(text)).isEmpty();
    }

    @Test
    void veryLongTextIsRefused() {
        assertThat(SignedUserName.parse("P".repeat(60_000) + ";1;a;1")).isEmpty();
    }
}
