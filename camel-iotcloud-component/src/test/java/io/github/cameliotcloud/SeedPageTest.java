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
package io.github.cameliotcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.DocsSnippet;

/** Holds docs/seed-page.adoc to its promise: a test that exists for each statement. */
class SeedPageTest {

    private static final Pattern ROW = Pattern.compile("\\|(\\d+) \\|[^|]+\\|[^|]*\\|([^|]*)");
    private static final Pattern PROOF = Pattern.compile("\\w+#\\w+");
    private static final Path REPOSITORY = Path.of("..");
    private static final int DEPTH_OF_MODULES = 2;

    private record Row(int number, List<String> tests) {}

    @Test
    void rowsAreNumberedWithoutAGap() throws Exception {
        List<Integer> expected = IntStream.rangeClosed(1, rows().size()).boxed().toList();
        assertThat(rows()).extracting(Row::number).isEqualTo(expected).hasSizeGreaterThan(50);
    }

    @Test
    void everyStatementNamesATest() throws Exception {
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.tests())
                        .as("row %d", row.number())
                        .isNotEmpty()
                        .allMatch(PROOF.asMatchPredicate()));
    }

    @Test
    void everyNamedTestExists() throws Exception {
        List<Path> sources = testSources();
        assertThat(rows())
                .flatExtracting(Row::tests)
                .filteredOn(test -> !exists(test, sources))
                .as("tests that do not exist")
                .isEmpty();
    }

    /** A line that begins like a row and does not read as one would vanish from the table. */
    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : DocsSnippet.page("seed-page.adoc").lines().toList()) {
            if (line.matches("\\|\\d.*")) {
                Matcher row = ROW.matcher(line);
                assertThat(row.matches()).as("four columns in: %s", line).isTrue();
                rows.add(new Row(
                        Integer.parseInt(row.group(1)),
                        Stream.of(row.group(2).split(","))
                                .map(String::strip)
                                .filter(test -> !test.isEmpty())
                                .toList()));
            }
        }
        return rows;
    }

    private static boolean exists(String test, List<Path> sources) {
        String[] names = test.split("#");
        return sources.stream()
                .filter(source -> source.endsWith(names[0] + ".java"))
                .anyMatch(source -> hasTest(source, names[1]));
    }

    /** The paragraph that ends in the method's name has its annotations. */
    private static boolean hasTest(Path source, String method) {
        try {
            return Stream.of(Files.readString(source).split("\n\\s*\n"))
                    .filter(paragraph -> paragraph.contains(" void " + method + "("))
                    .anyMatch(paragraph -> paragraph.contains("@Test") || paragraph.contains("@ParameterizedTest"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> testSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path tests : testFolders()) {
            try (Stream<Path> files = Files.walk(tests)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static List<Path> testFolders() throws IOException {
        try (Stream<Path> folders = Files.walk(REPOSITORY, DEPTH_OF_MODULES)) {
            return folders.map(folder -> folder.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
