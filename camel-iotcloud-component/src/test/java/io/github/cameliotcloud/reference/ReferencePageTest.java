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
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReferencePageTest {

    private static final Path PAGE = Path.of("../docs/reference.adoc");

    @ParameterizedTest
    @ValueSource(strings = {"endpoint options", "component options", "headers", "exceptions"})
    void tableSaysWhatTheCodeSays(String name) throws IOException {
        String table = table(name);
        String begin = "// generated: " + name + "\n";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("// end\n", from);
        assertThat(from).as("mark of the table '%s'", name).isGreaterThan(begin.length());

        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
        } else {
            assertThat(page.substring(from, to))
                    .as(
                            "The table '%s' of docs/reference.adoc is out of date. Write it anew with:"
                                    + " ./mvnw -pl camel-iotcloud-component test -Dtest=ReferencePageTest -Ddocs.update=true",
                            name)
                    .isEqualTo(table);
        }
    }

    private static String table(String name) throws IOException {
        CatalogTables catalog = CatalogTables.ofTheComponent();
        Map<String, String> tables = Map.of(
                "endpoint options", catalog.endpointOptions(),
                "component options", catalog.componentOptions(),
                "headers", catalog.headers(),
                "exceptions", ExceptionTable.ofTheSources());
        return tables.get(name);
    }
}
