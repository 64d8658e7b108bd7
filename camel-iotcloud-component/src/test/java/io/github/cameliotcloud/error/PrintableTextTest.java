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
package io.github.cameliotcloud.error;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTextTest {

    @Test
    void lineBreaksControlCharactersAndTurnsOfDirectionAreMasked() {
        assertThat(PrintableText.of("a\r\n\u001b[31m\u0085\u2028\u202eb", 60)).isEqualTo("a???[31m???b");
    }

    @Test
    void lettersOfAnyLanguageStay() {
        assertThat(PrintableText.of("température 温度", 60)).isEqualTo("température 温度");
    }

    @Test
    void longTextIsShortenedAndSaysSo() {
        assertThat(PrintableText.of("x".repeat(1000), 5)).isEqualTo("xxxxx... (1000 characters)");
    }
}
