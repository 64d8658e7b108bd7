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
package io.github.cameliotcloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.DocsSnippet;
import io.github.cameliotcloud.testing.Markdown;

/** A change of README.md has to reach the Chinese pages too. */
class ChineseReadmeTest {

    private static final String ENGLISH = "README.md";
    private static final String CHINESE = "README.zh.md";
    private static final String FIRST_STEPS = "getting-started.zh.adoc";
    private static final Pattern SHELL_LISTING = Pattern.compile("\\[source,sh]\n----\n(.*?)\n----", Pattern.DOTALL);

    @Test
    void listingsAreEqual() throws IOException {
        assertThat(page(CHINESE).listings())
                .as("code blocks of %s, compared with %s", CHINESE, ENGLISH)
                .isNotEmpty()
                .containsExactlyElementsOf(page(ENGLISH).listings());
    }

    @Test
    void headingsHaveTheSameLevelsInTheSameOrder() throws IOException {
        assertThat(page(CHINESE).headingLevels())
                .as(
                        "levels of the headings of %s %s, compared with %s %s",
                        CHINESE,
                        page(CHINESE).headings(),
                        ENGLISH,
                        page(ENGLISH).headings())
                .isNotEmpty()
                .containsExactlyElementsOf(page(ENGLISH).headingLevels());
    }

    @Test
    void tablesHaveTheSameRowsWithTheSameCodeInTheFirstCell() throws IOException {
        List<List<List<String>>> english = page(ENGLISH).firstCells();
        List<List<List<String>>> chinese = page(CHINESE).firstCells();
        assertThat(chinese).as("tables of %s", CHINESE).isNotEmpty().hasSameSizeAs(english);
        for (int table = 0; table < english.size(); table++) {
            assertThat(chinese.get(table))
                    .as("code in the first cells of table %d of %s, compared with %s", table + 1, CHINESE, ENGLISH)
                    .containsExactlyElementsOf(english.get(table));
        }
    }

    @Test
    void linksLeadToTheSamePages() throws IOException {
        assertThat(linksOfBoth(CHINESE))
                .as("link targets of %s, compared with %s", CHINESE, ENGLISH)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(linksOfBoth(ENGLISH));
    }

    @Test
    void eachReadmeLinksTheOther() throws IOException {
        assertThat(page(ENGLISH).linkTargets()).as("links of %s", ENGLISH).contains(CHINESE);
        assertThat(page(CHINESE).linkTargets()).as("links of %s", CHINESE).contains(ENGLISH);
    }

    /** Names of options, headers and classes are not translated, and none gets lost. */
    @Test
    void namesInTheTextAreTheSame() throws IOException {
        assertThat(page(CHINESE).code())
                .as("code in the text of %s, compared with %s", CHINESE, ENGLISH)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(page(ENGLISH).code());
    }

    @Test
    void commandsOfTheFirstStepsAreThoseOfTheReadme() throws IOException {
        String readme = text(ENGLISH);
        List<String> commands = SHELL_LISTING
                .matcher(DocsSnippet.page(FIRST_STEPS))
                .results()
                .map(listing -> listing.group(1))
                .toList();
        assertThat(commands)
                .as("commands of docs/%s that have to occur in %s", FIRST_STEPS, ENGLISH)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(readme).contains(command));
    }

    /** Without the links between the languages, and to the page that is in Chinese only. */
    private static Set<String> linksOfBoth(String name) throws IOException {
        Set<String> links = page(name).linkTargets();
        links.removeAll(Set.of(ENGLISH, CHINESE, "docs/" + FIRST_STEPS));
        return links;
    }

    private static Markdown page(String name) throws IOException {
        return new Markdown(text(name));
    }

    private static String text(String name) throws IOException {
        return Files.readString(Path.of("..", name));
    }
}
