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

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cameliotcloud.simulator.SimulatorOptions.NamedDevice;
import io.github.cameliotcloud.simulator.SimulatorOptions.Ports;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;

class SimulatorOptionsTest {

    @Test
    void defaultsAreTheUsualPorts() {
        assertThat(SimulatorOptions.parse())
                .isEqualTo(new SimulatorOptions(
                        new Ports(1883, 8080, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false,
                        false));
    }

    @Test
    void allOptionsAreRead() {
        assertThat(SimulatorOptions.parse(
                        "--port",
                        "0",
                        "--http",
                        "9",
                        "--tls",
                        "1",
                        "--ws",
                        "2",
                        "--wss",
                        "3",
                        "--certificates",
                        "some/where",
                        "--certificate-device",
                        "ABC1234567/dev-01",
                        "--certificate-device",
                        "ABC1234567/dev-02",
                        "--device",
                        "P/d/a/b+==",
                        "--device",
                        "P/e/c",
                        "--verbose",
                        "--help"))
                .isEqualTo(new SimulatorOptions(
                        new Ports(0, 9, OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3)),
                        List.of(new NamedDevice("P", "d", "a/b+=="), new NamedDevice("P", "e", "c")),
                        List.of(new DeviceIdentity("ABC1234567", "dev-01"), new DeviceIdentity("ABC1234567", "dev-02")),
                        Optional.of(Path.of("some/where")),
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
        "--tls,Option --tls needs a value",
        "--wss x,Option --wss needs a port",
        "--device P/d,Option --device needs PRODUCT/DEVICE/SECRET",
        "--certificate-device P,Option --certificate-device needs PRODUCT/DEVICE.",
        "--certificate-device P/d,A product ID has exactly 10 characters",
        "--certificate-device ABC1234567/d --tls 0,Option --certificate-device needs --tls or --wss",
        "--certificate-device ABC1234567/d --certificates x,Option --certificate-device needs --tls or --wss"
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
