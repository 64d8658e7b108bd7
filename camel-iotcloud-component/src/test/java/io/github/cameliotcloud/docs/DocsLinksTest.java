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
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages lead to is there. */
class DocsLinksTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path DOCS = PROJECT.resolve("docs");

    @TestFactory
    Stream<DynamicTest> everyLinkOfAPageLeadsToAFileAndAnchorOfTheProject() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(
                        PROJECT.relativize(page).toString(),
                        () -> assertThat(broken(DocsPage.read(page))).isEmpty()));
    }

    @Test
    void indexLeadsToEveryPage() throws IOException {
        List<String> links = DocsPage.read(DOCS.resolve("index.adoc")).links();
        List<String> pages = pages().stream()
                .filter(page -> page.startsWith(DOCS) && !page.endsWith("index.adoc"))
                .map(page -> DOCS.relativize(page).toString())
                .toList();

        assertThat(links).containsAll(pages);
    }

    /** A link: to a page would lead to the AsciiDoc source on the web site. */
    @Test
    void asciiDocPagesLinkToEachOtherWithXref() throws IOException {
        for (Path page : pages()) {
            assertThat(DocsPage.read(page).text()).as("%s", page).doesNotContainPattern("link:[^\\s\\[]*\\.adoc");
        }
    }

    private static List<Path> pages() throws IOException {
        PathMatcher pages = FileSystems.getDefault()
                .getPathMatcher("glob:../{*.md,docs/*.adoc,docs/*.md,docs/decisions/*.md,examples/*/README.md}");
        try (Stream<Path> files = Files.walk(PROJECT, 3)) {
            return files.filter(pages::matches).sorted().toList();
        }
    }

    private static List<String> broken(DocsPage page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : page.links()) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
            boolean found = Files.exists(target)
                    && (parts.length == 1 || DocsPage.read(target).anchors().contains(parts[1]));
            if (!found) {
                broken.add(link);
            }
        }
        return broken;
    }
}
