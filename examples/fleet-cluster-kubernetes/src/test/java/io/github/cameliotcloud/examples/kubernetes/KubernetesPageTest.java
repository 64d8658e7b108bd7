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
package io.github.cameliotcloud.examples.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page shows is what the tests of this module run. */
class KubernetesPageTest {

    private static final Path PAGE = Path.of("../../docs/kubernetes.adoc");
    private static final Path SOURCES = Path.of("src/main/java/io/github/cameliotcloud/examples/kubernetes");

    @ParameterizedTest
    @CsvSource({"routes,FleetRoutes", "cluster,ClusterOfPods", "repeat,BalancedLeases"})
    void listingIsTheSource(String tag, String type) throws IOException {
        String source = Files.readString(SOURCES.resolve(type + ".java"));

        assertThat(listing(tag)).isEqualTo(tagged(tag, source));
    }

    @Test
    void settingsAreThoseOfTheManifest() throws IOException {
        assertThat(listing("settings")).isEqualTo(Manifest.read().settingsText().stripTrailing());
    }

    private static String listing(String tag) throws IOException {
        return group("// tag::" + tag + "\\[]\n(?:\\[[^\n]*]\n)?----\n(.*?)\n----", Files.readString(PAGE));
    }

    private static String tagged(String tag, String source) {
        String lines = group("// tag::" + tag + "\\[]\n(.*?)\n *// end::" + tag, source);
        int indent = lines.length() - lines.stripLeading().length();
        return Pattern.compile("^ {" + indent + "}", Pattern.MULTILINE)
                .matcher(lines)
                .replaceAll("");
    }

    private static String group(String pattern, String text) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
