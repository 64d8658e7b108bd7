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
import java.util.stream.Stream;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes HTML of the Markdown pages that the site has a copy of, in the look of the others, and has the others link to
 * them. Run by the build, with the folder of the site.
 */
final class MarkdownPages {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1.0">
            <title>%s</title>
            %s
            <style>
            #content table { width: 100%%; background: #fff }
            #content th { text-align: left }
            #content pre { margin-bottom: 1.25em; padding: 1em; border-radius: 4px; background: #f7f7f8 }
            </style>
            </head>
            <body class="article">
            <div id="content">
            <p><a href="%s">Camel IoT Cloud</a></p>
            %s</div>
            </body>
            </html>
            """;

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private final Path site;
    private final String style;

    private MarkdownPages(Path site) throws IOException {
        this.site = site;
        this.style = styleOf(Files.readString(site.resolve("index.html")));
    }

    public static void main(String[] args) throws IOException {
        Path site = Path.of(args[0]);
        MarkdownPages pages = new MarkdownPages(site);
        for (Path markdown : files(site, ".md")) {
            pages.render(markdown);
        }
        for (Path page : files(site, ".html")) {
            SiteLinks.followRenderedPages(page);
        }
    }

    private void render(Path markdown) throws IOException {
        String text = Files.readString(markdown);
        Node document = parser.parse(text);
        document.accept(new SiteLinks(site, markdown));
        Path page = SiteLinks.rendered(markdown);
        Files.writeString(
                page,
                PAGE.formatted(
                        markdown.toString().endsWith(".zh.md") ? "zh" : "en",
                        text.lines().findFirst().orElse("").replaceFirst("^# *", ""),
                        style,
                        page.getParent().relativize(site.resolve("index.html")),
                        renderer.render(document)));
    }

    private static String styleOf(String page) {
        return page.substring(page.indexOf("<style>"), page.indexOf("</style>") + "</style>".length());
    }

    private static List<Path> files(Path site, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
