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
package io.github.cameliotcloud.quarkus.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The listings of docs/quarkus.adoc are the files that the other tests of this module run. */
class QuarkusDocsTest {

    private static final Path PAGE = Path.of("../../docs/quarkus.adoc");

    @Test
    void routeIsTheOneOfThisApplication() throws Exception {
        assertThat(listing("route"))
                .isEqualTo(Files.readString(Path.of("src/main/resources/camel/deltas.camel.yaml"))
                        .strip());
    }

    @ParameterizedTest
    @CsvSource({
        "bean, src/main/java/io/github/cameliotcloud/quarkus/it/Deltas.java",
        "test, src/test/java/io/github/cameliotcloud/quarkus/it/DeltaIT.java"
    })
    void classIsTheOneOfThisModule(String tag, String file) throws Exception {
        String source = Files.readString(Path.of(file));
        String mark = "// shown in docs/quarkus.adoc\n";

        assertThat(listing(tag))
                .isEqualTo(
                        source.substring(source.indexOf(mark) + mark.length()).strip());
    }

    @Test
    void dependencyHasTheVersionOfThisBuild() throws Exception {
        assertThat(listing("dependency")).contains("<version>" + System.getProperty("project.version") + "</version>");
    }

    @Test
    void eachBuildTimePropertyIsInTheTable() throws Exception {
        assertThat(Files.readString(PAGE)).contains("|`enabled`", "|`product`", "|`devices`", "|`port`", "|`api-port`");
    }

    private static String listing(String tag) throws IOException {
        Matcher listing = Pattern.compile("// tag::" + tag + "\\[]\n(?:\\[[^\n]*]\n)?----\n(.*?)\n----", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(listing.find()).as("listing %s", tag).isTrue();
        return listing.group(1);
    }
}
