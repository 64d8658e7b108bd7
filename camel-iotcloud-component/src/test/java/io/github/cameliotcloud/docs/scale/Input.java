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
package io.github.cameliotcloud.docs.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A number that the page calculates with: a line of docs/scale-inputs.csv.
 *
 * @param name   for the calculations
 * @param value  as it is written where it comes from
 * @param unit   may be empty
 * @param what   it is
 * @param kind   measured, documented (by the cloud), default (of the component), read (what others document) or chosen
 * @param source the page it comes from, {@code scale.adoc} for a line {@code bench:} there; empty when read or chosen
 * @param quote  what that page says; for a line {@code bench:} its name and the key; when read, of whom it is
 */
record Input(String name, String value, String unit, String what, String kind, String source, String quote) {

    private static final Path DOCS = Path.of("../docs");

    static List<Input> all() {
        try {
            return Files.readAllLines(DOCS.resolve("scale-inputs.csv")).stream()
                    .skip(1)
                    .map(Input::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Input parse(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != 7) {
            throw new IllegalArgumentException("not seven values with semicolons between them: " + line);
        }
        return new Input(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
    }

    double number() {
        return Double.parseDouble(value);
    }

    /** Whether the place that it names still says it. */
    boolean isWhatItsSourceSays() throws IOException {
        if (source.isEmpty()) {
            return kind.equals(quote.isEmpty() ? "chosen" : "read");
        }
        String page = Files.readString(DOCS.resolve(source));
        if (source.equals("scale.adoc")) {
            String[] rowAndKey = quote.split(" ");
            return page.lines()
                    .filter(line -> line.startsWith("bench: " + rowAndKey[0] + " "))
                    .anyMatch(line -> (line + " ").contains(" " + rowAndKey[1] + "=" + value + " "));
        }
        String digits = quote.replaceAll("(?<=\\d)[, ](?=\\d)", "");
        String number = "(^|.*[^0-9.])" + Pattern.quote(value) + "([^0-9.].*|$)";
        return page.contains(quote) && (digits.matches("\\D*") || digits.matches(number));
    }
}
