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
package io.github.cameliotcloud.examples.files;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RollingFilesTest {

    @TempDir
    Path directory;

    @Test
    void fileIsUsedUntilItIsFull() throws Exception {
        RollingFiles files = new RollingFiles(directory.toString(), 10);
        assertThat(files.current("d")).isEqualTo("d.1.jsonl");
        Files.writeString(directory.resolve("d.1.jsonl"), "12345678\n");
        assertThat(files.current("d")).isEqualTo("d.1.jsonl");
        Files.writeString(directory.resolve("d.1.jsonl"), "123456789\n");
        assertThat(files.current("d")).isEqualTo("d.2.jsonl");
        assertThat(files.current("other")).isEqualTo("other.1.jsonl");
    }

    @Test
    void restartGoesOnBehindTheFullFiles() throws Exception {
        Files.writeString(directory.resolve("d.1.jsonl"), "123456789\n");
        Files.writeString(directory.resolve("d.2.jsonl"), "123456789\n");
        assertThat(new RollingFiles(directory.toString(), 10).current("d")).isEqualTo("d.3.jsonl");
    }
}
