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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.error.InvalidOptionException;

class DeviceSecretTest {

    @Test
    void blankInsideIsReadAsThePlusThatAUriTurnedIntoABlank() {
        assertThat(DeviceSecret.parse("ab c/efg")).isEqualTo(DeviceSecret.parse("ab+c/efg"));
    }

    @Test
    void placeholderThatNothingHasResolvedIsNamed() {
        assertThatThrownBy(() -> DeviceSecret.parse("${DEVICE_SECRET}"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("Option deviceSecret: is ${DEVICE_SECRET}, a placeholder that nothing has resolved: set the"
                        + " environment variable or property of that name");
        assertThatThrownBy(() -> DeviceSecret.parse("${DEVICE_SECRET:c2VjcmV0}"))
                .as("its default value is a secret")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " bcdefgh|begins or ends with a blank",
                "abcdefg |begins or ends with a blank",
                "AAECAwQFBgcICQoLDA0ODw|copy it again with the '=' signs",
                "AAECAwQF*gcI|is not Base64",
                "AAECAwQF_gc-|is not Base64",
            })
    void whatIsNotBase64IsRefusedWithTheReasonAndWithoutTheSecret(String secret, String reason) {
        assertThatThrownBy(() -> DeviceSecret.parse(secret))
                .isInstanceOf(InvalidOptionException.class)
                .hasNoCause()
                .hasMessageContaining("deviceSecret")
                .hasMessageContaining(reason)
                .hasMessageNotContaining(secret.strip());
    }

    @Test
    void missingSecretIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> DeviceSecret.parse(null)).hasMessageContaining("secretResolver");
        assertThatThrownBy(() -> DeviceSecret.parse("")).hasMessageContaining("secretResolver");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAECAwQFBgcICQoLDA0ODw==", "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh//79"})
    void secretIsNotPrinted(String secret) {
        assertThat(DeviceSecret.parse(secret)).asString().isEqualTo("xxxxxx");
        assertThat(new FixedSecret(DeviceSecret.parse(secret))).asString().doesNotContain(secret);
    }
}
