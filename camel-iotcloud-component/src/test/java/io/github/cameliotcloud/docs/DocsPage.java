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
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page in AsciiDoc or Markdown: where it leads, and which anchors it has. */
record DocsPage(Path file, String text) {

    private static final Pattern LISTING =
            Pattern.compile("^(----|```)[a-z]*\n.*?^\\1$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ASCIIDOC_LINK =
            Pattern.compile("(?:xref:|link:|include::|image::?)([^\\s\\[]+)\\[|<<([^,>]+)");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ASCIIDOC_ANCHOR = Pattern.compile("\\[\\[([^],]+)|\\[#([^],]+)");
    private static final Pattern HEADING = Pattern.compile("^(?:=|#){2,6} (.+)$", Pattern.MULTILINE);

    static DocsPage read(Path file) throws IOException {
        String text = Files.readString(file);
        return new DocsPage(file, LISTING.matcher(text).replaceAll(""));
    }

    boolean asciidoc() {
        return file.toString().endsWith(".adoc");
    }

    /** What it links to inside of the project, as relative paths with anchors; an anchor alone is in this page. */
    List<String> links() {
        return (asciidoc() ? ASCIIDOC_LINK : MARKDOWN_LINK)
                .matcher(text)
                .results()
                .map(link -> link.group(1) == null ? "#" + link.group(2) : link.group(1))
                .filter(link -> !link.matches("(https?|mailto):.*"))
                .map(link -> link.replace("{project}", ".."))
                .toList();
    }

    /** Anchors as code hosting sites and the web site of this folder make them from the headings, and explicit ones. */
    Set<String> anchors() {
        Stream<String> headings = HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{Alnum}_ .-]", "")
                        .replaceAll(asciidoc() ? "[ .-]+" : " ", "-")
                        .replace(".", ""));
        return Stream.concat(headings, ASCIIDOC_ANCHOR.matcher(text).results().map(DocsPage::group))
                .collect(Collectors.toSet());
    }

    private static String group(MatchResult anchor) {
        return anchor.group(1) == null ? anchor.group(2) : anchor.group(1);
    }
}
