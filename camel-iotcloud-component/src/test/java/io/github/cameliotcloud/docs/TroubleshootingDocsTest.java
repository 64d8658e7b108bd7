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
package io.github.cameliotcloud.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.DocsSnippet;

/** The sentences that docs/troubleshooting.adoc quotes are those of the code. */
@TestInstance(Lifecycle.PER_CLASS)
class TroubleshootingDocsTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern SAYS = Pattern.compile("^\\*It says:\\*(.*)$", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final String GAP = "…";

    private String code;

    @BeforeAll
    void readCode() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        code = all.toString().replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");
    }

    @Test
    void eachQuotedSentenceIsOneOfTheCode() throws IOException {
        List<String> quotes = quotes();

        assertThat(quotes).hasSizeGreaterThan(15);
        for (String quote : quotes) {
            List<String> pieces = Arrays.stream(quote.split(GAP))
                    .map(String::strip)
                    .filter(piece -> piece.length() > 1)
                    .toList();
            assertThat(pieces).as(quote).isNotEmpty();
            assertThat(code).as(quote).contains(pieces);
        }
    }

    private static List<String> quotes() throws IOException {
        return SAYS.matcher(DocsSnippet.page("troubleshooting.adoc"))
                .results()
                .flatMap(says -> QUOTED.matcher(says.group(1)).results())
                .map(quote -> quote.group(1))
                .toList();
    }
}
