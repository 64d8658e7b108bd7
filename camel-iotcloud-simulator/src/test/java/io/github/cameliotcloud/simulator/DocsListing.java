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
package io.github.cameliotcloud.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listings of pages in docs, and the marked lines of tests that they must be equal to. */
final class DocsListing {

    private static final Path DOCS = Path.of("../docs");
    private static final Path TESTS = Path.of("src/test/java/io/github/cameliotcloud/simulator");

    private DocsListing() {}

    /** The listing after {@code // tag::name[]} on a page. */
    static String of(String page, String name) {
        return find(
                DOCS.resolve(page),
                "// tag::" + Pattern.quote(name) + "\\[\\]\n\\[source,\\w+\\]\n----\n(.*?)\n----\n");
    }

    /** The lines from {@code // begin name} to {@code // end} in a class of the tests, without their indentation. */
    static String inSource(Class<?> test, String name) {
        return find(
                        TESTS.resolve(test.getSimpleName() + ".java"),
                        "// begin " + Pattern.quote(name) + "\n(.*?)\n *// end\n")
                .stripIndent();
    }

    private static String find(Path file, String pattern) {
        try {
            Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(file));
            if (!matcher.find()) {
                throw new IllegalArgumentException("Not found in " + file + ": " + pattern);
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
