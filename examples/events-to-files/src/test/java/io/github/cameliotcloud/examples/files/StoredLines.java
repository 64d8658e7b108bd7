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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads back what the application has written. */
record StoredLines(Path data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @return the files of a kind of message, {@code control}, {@code delta} or {@code dead-letter}, in the order of their names */
    List<Path> files(String kind) throws IOException {
        Path directory = data.resolve(kind);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** @return the lines of all files of a kind; each must be JSON */
    List<JsonNode> lines(String kind) throws IOException {
        return files(kind).stream().flatMap(file -> read(file).stream()).toList();
    }

    private static List<JsonNode> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(StoredLines::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
