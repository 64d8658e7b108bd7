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
package io.github.cameliotcloud.docs.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.Channel;
import io.github.cameliotcloud.testing.DocsSnippet;

/** Each channel has its page, and no listing of it goes untested. */
class ChannelPagesTest {

    private static final Pattern LISTING = Pattern.compile("^\\[source,(\\w+)]$", Pattern.MULTILINE);
    private static final List<String> NOT_ROUTES = List.of("component", "setpoint");

    @ParameterizedTest
    @EnumSource
    void everyExampleIsShownInAllLanguagesAndRunInEach(Channel channel) throws IOException {
        List<String> tags = tags(channel);
        List<String> examples = tags.stream()
                .filter(tag -> tag.endsWith(".java"))
                .map(tag -> tag.substring(0, tag.length() - ".java".length()))
                .toList();
        String name = channel.name().charAt(0) + nameOf(channel).substring(1);
        String test =
                Files.readString(Path.of("src/test/java/io/github/cameliotcloud/docs/channel/" + name + "PageIT.java"));

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(test).contains("run(dsl, \"" + example + "\")"));
        assertThat(tags)
                .filteredOn(tag -> !NOT_ROUTES.contains(tag))
                .isEqualTo(examples.stream()
                        .flatMap(example -> Arrays.stream(Dsl.values()).map(dsl -> dsl.tagOf(example)))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyListingHasATag(Channel channel) {
        long listings = LISTING.matcher(DocsSnippet.page(ChannelPage.page(nameOf(channel))))
                .results()
                .count();
        assertThat(tags(channel)).hasSize((int) listings);
    }

    private static List<String> tags(Channel channel) {
        return DocsSnippet.tags(ChannelPage.page(nameOf(channel)));
    }

    private static String nameOf(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
