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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cameliotcloud.simulator.SimulatorOptions.Account;
import io.github.cameliotcloud.simulator.SimulatorOptions.NamedDevice;
import io.github.cameliotcloud.simulator.SimulatorOptions.Ports;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;

class SimulatorOptionsTest {

    @Test
    void nothingIsAskedForByDefault() {
        assertThat(SimulatorOptions.parse())
                .isEqualTo(new SimulatorOptions(
                        Optional.empty(),
                        new Ports(
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
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
                        "--host",
                        "0.0.0.0",
                        "--config",
                        "bed.yaml",
                        "--store",
                        "bed.mv",
                        "--account",
                        "AKIDabc/k/e",
                        "--verbose",
                        "--help"))
                .isEqualTo(new SimulatorOptions(
                        Optional.of("0.0.0.0"),
                        new Ports(
                                OptionalInt.of(0),
                                OptionalInt.of(9),
                                OptionalInt.of(1),
                                OptionalInt.of(2),
                                OptionalInt.of(3)),
                        Optional.of(Path.of("bed.yaml")),
                        Optional.of(Path.of("bed.mv")),
                        List.of(new Account("AKIDabc", "k/e")),
                        List.of(new NamedDevice("P", "d", "a/b+=="), new NamedDevice("P", "e", "c")),
                        List.of(new DeviceIdentity("ABC1234567", "dev-01"), new DeviceIdentity("ABC1234567", "dev-02")),
                        Optional.of(Path.of("some/where")),
                        true,
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense,Unknown option --nonsense",
        "nonsense,Unknown option nonsense",
        "@nonsense,Unknown option @nonsense",
        "--account x,Option --account needs ID/KEY.",
        "--config,Option --config needs a value",
        "--port,Option --port needs a value",
        "--port x,Option --port needs a port",
        "--port 65536,Option --port needs a port",
        "--http -1,Option --http needs a port",
        "--tls,Option --tls needs a value",
        "--wss x,Option --wss needs a port",
        "--device P/d,Option --device needs PRODUCT/DEVICE/SECRET",
        "--certificate-device P,Option --certificate-device needs PRODUCT/DEVICE.",
        "--certificate-device P/d,A product ID has exactly 10 characters"
    })
    void badOptionIsToldInOneSentence(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatorOptions.parse(line.split(" ")))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tls 0", "--certificates x"})
    void certificateDeviceNeedsASecurePortAndAPlaceForItsFiles(String other) {
        SimulatorOptions options = SimulatorOptions.parse(("--certificate-device ABC1234567/d " + other).split(" "));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLineSetup.of(options).builder())
                .withMessageStartingWith("Option --certificate-device needs --tls or --wss");
    }

    @Test
    void textFormHidesSecrets() {
        assertThat(SimulatorOptions.parse("--device", "P/d/topsecret", "--account", "id/topsecret")
                        .toString())
                .doesNotContain("topsecret");
    }
}
