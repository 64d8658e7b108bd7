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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads back what the nodes have written. */
record StoredLines(Path data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @return the files of a kind of message, {@code deltas} or {@code control}, of all nodes */
    List<Path> files(String kind) throws IOException {
        Path directory = data.resolve(kind);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** @return deltas in the files; one that two nodes have processed counts once */
    Set<String> deltas() throws IOException {
        return distinct("deltas", "version");
    }

    /** @return commands in the files, as they were sent */
    Set<String> commands() throws IOException {
        return distinct("control", "message").stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .collect(Collectors.toSet());
    }

    private Set<String> distinct(String kind, String property) throws IOException {
        return files(kind).stream()
                .flatMap(StoredLines::lines)
                .map(line ->
                        line.path("device").asText() + " " + line.path(property).asText())
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(StoredLines::parse);
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
