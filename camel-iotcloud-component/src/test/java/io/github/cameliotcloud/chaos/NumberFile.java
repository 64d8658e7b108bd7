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
package io.github.cameliotcloud.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads numbers, one a line, from a file that another process appends to. */
final class NumberFile {

    private final Path file;
    private final Ledger ledger;
    private long read;

    NumberFile(Path file, Ledger ledger) {
        this.file = file;
        this.ledger = ledger;
    }

    /** Takes the whole lines that are new. */
    void takeNew() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile source = new RandomAccessFile(file.toFile(), "r")) {
            source.seek(read);
            byte[] fresh = new byte[(int) (source.length() - read)];
            source.readFully(fresh);
            String text = new String(fresh, StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            whole.lines().mapToInt(Integer::parseInt).forEach(ledger::seen);
            read += whole.length();
        }
    }
}
