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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.shadow.ShadowRules;
import io.github.cameliotcloud.simulator.shadow.ShadowSwitch;

/** Keeps docs/simulator-shadow.adoc in step with the rules. */
class ShadowPageTest {

    private static final Path PAGE = Path.of("../docs/simulator-shadow.adoc");
    private static final Path TEST = Path.of("src/test/java/io/github/cameliotcloud/simulator/ShadowIT.java");

    @Test
    void tableHasEachSwitchWithTheWordsOfTheCode() throws IOException {
        String rows =
                Arrays.stream(ShadowSwitch.values()).map(ShadowPageTest::row).collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains("|Alternative\n\n" + rows + "\n|===");
    }

    @Test
    void exampleIsTheOneThatATestRuns() throws IOException {
        String source = Files.readString(TEST);
        String example = source.substring(source.indexOf("// tag::rules[]\n"), source.indexOf("// end::rules[]"))
                .substring("// tag::rules[]\n".length())
                .stripIndent()
                .strip();

        assertThat(Files.readString(PAGE)).contains("----\n" + example + "\n----");
    }

    @Test
    void limitsOfThePageAreTheDefaults() {
        assertThat(ShadowRules.DEFAULT)
                .extracting(ShadowRules::maxBytes, ShadowRules::maxDepth, ShadowRules::maxAttributes)
                .containsExactly(16_384, 5, Integer.MAX_VALUE);
        assertThat(ShadowRules.LIVE_PAGE.maxAttributes()).isEqualTo(20);
    }

    private static String row(ShadowSwitch theSwitch) {
        return "|`" + theSwitch + "` |" + theSwitch.section() + " |"
                + theSwitch.evidence().name().toLowerCase(Locale.ROOT) + " |" + theSwitch.usual() + " |"
                + theSwitch.alternative();
    }
}
