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
package io.github.cameliotcloud.examples.shadowtokafka;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoOptionsTest {

    @Test
    void nothingGivenMeansTwelveDeltasAndNoOutage() {
        assertThat(DemoOptions.parse(List.of())).isEqualTo(new DemoOptions(12, 0));
    }

    @Test
    void bothOptionsAreRead() {
        assertThat(DemoOptions.parse(List.of("--outage", "30", "--deltas", "6")))
                .isEqualTo(new DemoOptions(6, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "--deltas 0, use a number from 1 to 1000",
        "--deltas, use a number from 1 to 1000",
        "--outage long, use a number from 0 to 300",
        "--verbose, unknown option --verbose"
    })
    void wrongArgumentSaysWhatToChange(String arguments, String message) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
