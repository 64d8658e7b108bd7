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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cameliotcloud.testing.DocsSnippet;

/** Sections of docs/protocol.md. */
final class Section {

    private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} (\\d(?:\\.\\d+)?)[ .]");

    private Section() {}

    /** @return the number of the section that says so */
    static String of(String quote) {
        String page = DocsSnippet.page("protocol.md");
        int place = page.indexOf(quote);
        if (place < 0) {
            throw new IllegalArgumentException("docs/protocol.md does not say: " + quote);
        }
        String number = "0";
        Matcher headings = HEADING.matcher(page);
        while (headings.find() && headings.start() <= place) {
            number = headings.group(1);
        }
        return number;
    }

    static boolean exists(String number) {
        return HEADING.matcher(DocsSnippet.page("protocol.md"))
                .results()
                .anyMatch(heading -> heading.group(1).equals(number));
    }
}
