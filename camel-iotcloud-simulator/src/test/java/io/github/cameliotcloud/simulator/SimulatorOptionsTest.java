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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cameliotcloud.simulator.SimulatorOptions.NamedDevice;

class SimulatorOptionsTest {

    @Test
    void defaultsAreTheUsualPorts() {
        assertThat(SimulatorOptions.parse()).isEqualTo(new SimulatorOptions(1883, 8080, List.of(), false, false));
    }

    @Test
    void allOptionsAreRead() {
        assertThat(SimulatorOptions.parse(
                        "--port",
                        "0",
                        "--http",
                        "9",
                        "--device",
                        "P/d/a/b+==",
                        "--device",
                        "P/e/c",
                        "--verbose",
                        "--help"))
                .isEqualTo(new SimulatorOptions(
                        0,
                        9,
                        List.of(new NamedDevice("P", "d", "a/b+=="), new NamedDevice("P", "e", "c")),
                        true,
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense,Unknown option --nonsense",
        "--port,Option --port needs a value",
        "--port x,Option --port needs a port",
        "--port 65536,Option --port needs a port",
        "--http -1,Option --http needs a port",
        "--device P/d,Option --device needs PRODUCT/DEVICE/SECRET"
    })
    void badOptionIsToldInOneSentence(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatorOptions.parse(line.split(" ")))
                .withMessageStartingWith(message);
    }

    @Test
    void textFormHidesSecrets() {
        assertThat(SimulatorOptions.parse("--device", "P/d/topsecret").toString())
                .doesNotContain("topsecret");
    }
}
