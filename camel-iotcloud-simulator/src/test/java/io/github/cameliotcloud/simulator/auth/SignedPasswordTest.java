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

class SignedPasswordTest {

    @Test
    @DisplayName("2.2 password = token;method")
    void tokenAndMethodAreRead() {
        assertThat(SignedPassword.parse("abc;hmacsha1")).contains(new SignedPassword("abc", SignMethod.HMACSHA1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "abc", "abc;", "abc;HmacSha256", "abc;hmacsha512", "abc;hmacsha256;", "a;b;hmacsha1"})
    @DisplayName("2.2 methods are hmacsha256 and hmacsha1, in lower case")
    void unknownMethodIsRefused(String text) {
        assertThat(SignedPassword.parse(text)).isEmpty();
    }

    @Test
    void textFormHidesTheToken() {
        assertThat(SignedPassword.parse("abc;hmacsha1").orElseThrow().toString())
                .doesNotContain("abc");
    }
}
