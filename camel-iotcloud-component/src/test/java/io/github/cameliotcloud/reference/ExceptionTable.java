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
package io.github.cameliotcloud.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be named in {@code onException}: each public exception with the Javadoc of its class. */
final class ExceptionTable {

    private static final Path SOURCES = Path.of("src/main/java/io/github/cameliotcloud/error");
    private static final Pattern PUBLIC_EXCEPTION = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public (?:final |abstract )?class (\\w+Exception) extends (\\w+)",
            Pattern.DOTALL);

    private ExceptionTable() {}

    static String ofTheSources() throws IOException {
        Table table = new Table("3,2,6", "Exception", "Is a", "When");
        for (Path source : sources()) {
            Matcher declaration = PUBLIC_EXCEPTION.matcher(Files.readString(source));
            if (declaration.find()) {
                table.row(
                        "`" + declaration.group(2) + "`", "`" + declaration.group(3) + "`", text(declaration.group(1)));
            }
        }
        return table.toString();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().toList();
        }
    }

    private static String text(String javadoc) {
        return javadoc.replaceAll("\\s*\\n\\s*\\*", " ")
                .replaceAll("<p>", "")
                .replaceAll("\\{@\\w+ (?:\\S*?[.#])?([^}.#]+)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
