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
package io.github.cameliotcloud.examples.quickstart;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuickstartOptionsTest {

    @Test
    void nothingGivenMeansTheSimulatorAndTwelveDeltas() {
        QuickstartOptions options = QuickstartOptions.parse(List.of(), Map.of());
        assertThat(options.simulated()).isTrue();
        assertThat(options.deltas()).isEqualTo(12);
    }

    @Test
    void realCloudTakesItsSecretFromTheEnvironment() {
        QuickstartOptions options = QuickstartOptions.parse(
                List.of("--broker", "tcp://host:1883", "--product", "P", "--device", "d"),
                Map.of("IOTCLOUD_DEVICE_SECRET", "AAAA"));
        assertThat(options).isEqualTo(new QuickstartOptions("tcp://host:1883", "P", "d", "AAAA", 12));
    }

    @ParameterizedTest
    @CsvSource({
        "--deltas 0, use a number from 1 to 10000",
        "--deltas many, use a number from 1 to 10000",
        "--deltas, --deltas needs a value",
        "--verbose, unknown option --verbose",
        "--broker tcp://host:1883, needs --product"
    })
    void wrongArgumentSaysWhatToChange(String arguments, String message) {
        assertThatThrownBy(() -> QuickstartOptions.parse(List.of(arguments.split(" ")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
