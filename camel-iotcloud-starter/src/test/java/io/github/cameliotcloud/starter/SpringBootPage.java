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
package io.github.cameliotcloud.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The page docs/spring-boot.adoc, so that tests run what users read. */
final class SpringBootPage {

    private SpringBootPage() {}

    static String text() {
        return read(Path.of("../docs/spring-boot.adoc"));
    }

    /** @return the listing below the comment {@code // tag::name[]} */
    static String listing(String tag) {
        Matcher listing = Pattern.compile(
                        "// tag::" + Pattern.quote(tag) + "\\[]\n(?:\\[[^\n]*]\n)?----\n(.*?)\n----", Pattern.DOTALL)
                .matcher(text());
        assertThat(listing.find()).as("listing %s", tag).isTrue();
        return listing.group(1);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
