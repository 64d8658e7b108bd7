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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The web site in target/site can be read without a network, and what its pages lead to is in it. */
class SiteLinksTest {

    private static final Path SITE = Path.of("target/site");
    private static final Pattern LINK = Pattern.compile("<(?:a|img) [^>]*(?:href|src)=\"([^\"]*)\"");
    private static final Pattern LOADED =
            Pattern.compile("<(?:link|script|img)\\b[^>]*(?:href|src)=\"((?:https?:)?//[^\"]*)\"");

    @TestFactory
    Stream<DynamicTest> everyLinkOfAPageLeadsToAFileAndAnchorOfTheSite() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(SITE.relativize(page).toString(), () -> linksLead(page)));
    }

    /** Markdown is for code hosting sites; here each page is HTML. */
    @Test
    void noLinkLeadsToMarkdown() throws IOException {
        for (Path page : pages()) {
            Stream<String> links =
                    LINK.matcher(Files.readString(page)).results().map(link -> link.group(1));
            assertEquals(
                    List.of(),
                    links.filter(link -> !link.matches("https?:.*") && link.matches(".*\\.(md|adoc)(#.*)?"))
                            .toList(),
                    () -> "links of " + page);
        }
    }

    @Test
    void nothingIsLoadedFromANetwork() throws IOException {
        for (Path page : pages()) {
            Matcher loaded = LOADED.matcher(Files.readString(page));
            assertFalse(loaded.find(), () -> page + " loads " + loaded.group(1));
        }
    }

    private static void linksLead(Path page) throws IOException {
        assertAll(LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("https?:.*"))
                .distinct()
                .map(link -> () -> assertTrue(leads(page, link), () -> page + " has the broken link " + link)));
    }

    private static boolean leads(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || Files.readString(target).contains(" id=\"" + parts[1] + "\""));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
            assertTrue(pages.contains(SITE.resolve("index.html")), () -> "no index.html in " + SITE);
            return pages;
        }
    }
}
