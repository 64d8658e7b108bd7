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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class QuickstartIT {

    @TempDir
    Path directory;

    @Test
    void eachDeltaIsALineInTheFileAndIsReportedBack() throws Exception {
        Path file = directory.resolve("deltas.jsonl");

        String lastLine = new Quickstart(QuickstartOptions.parse(List.of("--deltas", "4"), Map.of()), file).run();

        assertThat(lastLine).isEqualTo("quickstart: 4 deltas delivered, 4 reported back, written to " + file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("device").asText()).isEqualTo("thermostat-1");
        assertThat(first.path("version").asLong()).isPositive();
        assertThat(first.path("state").path("temperature").asInt()).isEqualTo(18);
    }
}
