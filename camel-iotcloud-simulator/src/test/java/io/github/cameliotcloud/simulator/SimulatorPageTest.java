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

import java.io.IOException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorPageTest {

    @Test
    void tableOfOptionsIsThatOfTheCommandLine() throws IOException {
        String table = SimulatorCommand.commandLine().getCommandSpec().options().stream()
                .map(option -> "|`" + option.longestName()
                        + (option.arity().max() == 0 ? "" : " " + option.paramLabel()) + "` |"
                        + String.join(" ", option.description()))
                .collect(Collectors.joining("\n"));

        assertThat(SimulatorPage.region("options")).isEqualTo(table);
    }
}
