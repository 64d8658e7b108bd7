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
package io.github.cameliotcloud.examples.fleetcluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NodeLogTest {

    @TempDir
    Path directory;

    private Path file;
    private NodeLog log;

    @BeforeEach
    void openLog() {
        file = directory.resolve("node-1.log");
        log = new NodeLog("node-1", file);
        log.begin();
    }

    @Test
    void nodeOwnsWhatItHasNotGivenUp() throws Exception {
        write(
                "Owns the namespace boilers-3 now",
                "Owns the namespace boilers-5 now",
                "Does not own the namespace boilers-3 any more (REBALANCED), what depends on it stopped within 7 ms",
                "Owns the namespace boilers-0 now");

        assertThat(log.owned()).containsExactly(0, 5);
        assertThat(log.changes())
                .hasToString(
                        "[node-1 owns boilers-3, node-1 owns boilers-5, node-1 gives up boilers-3, node-1 owns boilers-0]");
    }

    @Test
    void newJvmOwnsNothingYet() throws Exception {
        write("Owns the namespace boilers-3 now");
        log.begin();

        assertThat(log.owned()).isEmpty();
        assertThat(log.changes()).hasSize(1);
    }

    private void write(String... lines) throws Exception {
        for (String line : lines) {
            Files.writeString(
                    file,
                    "2026-11-25T19:40:00.203 INFO  " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
