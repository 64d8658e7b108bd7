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

import java.util.List;
import java.util.stream.Collectors;

/** An AsciiDoc table. */
final class Table {

    private final StringBuilder text;

    Table(String columns, String... heads) {
        text = new StringBuilder("[cols=\"" + columns + "\"]\n|===\n");
        text.append(line(List.of(heads))).append('\n');
    }

    void row(String... cells) {
        text.append(line(List.of(cells)));
    }

    @Override
    public String toString() {
        return text + "|===\n";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> "|" + cell.replace("|", "\\|")).collect(Collectors.joining(" ", "", "\n"));
    }
}
