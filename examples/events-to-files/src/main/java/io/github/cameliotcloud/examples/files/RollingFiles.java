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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Chooses the file to append to: {@code name.1.jsonl} until it has the given size, then {@code name.2.jsonl} and so on.
 * What is on the disk decides, so a restart goes on where it was.
 */
public final class RollingFiles {

    private final Path directory;
    private final long maxBytes;

    public RollingFiles(String directory, long maxBytes) {
        this.directory = Path.of(directory);
        this.maxBytes = maxBytes;
    }

    /**
     * @param name of the series, which one thread at a time writes
     * @return the file to append the next line to, relative to the directory
     */
    public String current(String name) throws IOException {
        int number = 1;
        while (isFull(file(name, number))) {
            number++;
        }
        return file(name, number);
    }

    private boolean isFull(String file) throws IOException {
        Path path = directory.resolve(file);
        return Files.exists(path) && Files.size(path) >= maxBytes;
    }

    private static String file(String name, int number) {
        return name + "." + number + ".jsonl";
    }
}
