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

/** All inputs, and where they come from. */
final class InputTable {

    private final Inputs in;

    InputTable(Inputs in) {
        this.in = in;
    }

    String inputs() {
        Table table = new Table("5,2,1,3", "What", "Value", "Kind", "From");
        for (Input input : in.all()) {
            String value = (Table.grouped(input.value()) + " " + input.unit()).strip();
            table.row(input.what(), value, input.kind(), source(input));
        }
        return table.toString();
    }

    private static String source(Input input) {
        if (input.source().isEmpty()) {
            return input.quote().isEmpty() ? "this page" : input.quote();
        }
        if (input.source().equals("scale.adoc")) {
            return "`" + input.quote() + "` below";
        }
        if (input.source().equals("protocol.md")) {
            return "link:protocol.md[protocol.md], section " + Section.of(input.quote());
        }
        return "xref:" + input.source() + "[]";
    }
}
