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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Turns the links of one Markdown page into those of the site, which has the folder docs at its top and the rest of the
 * project in the folder project. What the site does not have, such as source code, becomes plain text.
 */
final class SiteLinks extends AbstractVisitor {

    private static final Pattern TO_MARKDOWN = Pattern.compile("(<a [^>]*href=\")([^\":]+\\.md)([\"#])");
    private static final Path DOCS = Path.of("docs");

    private final Path site;
    private final Path page;

    SiteLinks(Path site, Path page) {
        this.site = site;
        this.page = page;
    }

    /** @return the file that the page of a Markdown or AsciiDoc file goes to */
    static Path rendered(Path source) {
        return Path.of(source.toString().replaceFirst("\\.(md|adoc)$", ".html"));
    }

    /** Has the links of a finished page lead to pages where it has led to Markdown. */
    static void followRenderedPages(Path page) throws IOException {
        String text = Files.readString(page);
        Matcher link = TO_MARKDOWN.matcher(text);
        Files.writeString(
                page,
                link.replaceAll(found -> Matcher.quoteReplacement(
                        Files.exists(rendered(page.resolveSibling(found.group(2))))
                                ? found.group(1) + rendered(Path.of(found.group(2))) + found.group(3)
                                : found.group())));
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        String[] parts = link.getDestination().split("#", 2);
        if (parts[0].isEmpty() || parts[0].contains(":")) {
            return;
        }
        Path target = target(parts[0]);
        if (Files.exists(target)) {
            String anchor = parts.length == 1 ? "" : "#" + parts[1];
            link.setDestination(page.getParent().relativize(target) + anchor);
        } else {
            unlink(link);
        }
    }

    private Path target(String destination) {
        Path inTheSite = site.relativize(page);
        Path inTheProject =
                inTheSite.startsWith("project") ? Path.of("project").relativize(inTheSite) : DOCS.resolve(inTheSite);
        Path wanted = inTheProject.resolveSibling(destination).normalize();
        Path target = wanted.startsWith(DOCS)
                ? site.resolve(DOCS.relativize(wanted))
                : site.resolve("project").resolve(wanted);
        return rendered(Files.isDirectory(target) ? target.resolve("README.md") : target);
    }

    private static void unlink(Link link) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }
}
