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
package io.github.cameliotcloud.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Listings of the folder docs, so that tests run what users read. */
public final class DocsSnippet {

    private static final Path DOCS = Path.of("../docs");

    private static final Pattern TAG = Pattern.compile("^// tag::(\\S+)\\[]$", Pattern.MULTILINE);

    private DocsSnippet() {}

    /**
     * @param page name of an AsciiDoc file
     * @param tag  of the comment {@code // tag::name[]} above the listing and its title
     * @return the text of the listing
     */
    public static String of(String page, String tag) {
        Matcher listing = Pattern.compile(
                        "// tag::" + Pattern.quote(tag) + "\\[]\n(?:\\.[^\n]*\n)?(?:\\[[^\n]*]\n)?----\n(.*?)\n----",
                        Pattern.DOTALL)
                .matcher(page(page));
        assertThat(listing.find()).as("listing %s in %s", tag, page).isTrue();
        return listing.group(1);
    }

    /** @return the tags of all listings that have one, in the order of the page */
    public static List<String> tags(String page) {
        return TAG.matcher(page(page)).results().map(tag -> tag.group(1)).toList();
    }

    /** @return the text of a whole page */
    public static String page(String page) {
        try {
            return Files.readString(DOCS.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
