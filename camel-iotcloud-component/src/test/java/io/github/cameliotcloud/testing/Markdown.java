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
package io.github.cameliotcloud.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stays the same in a Markdown page when it is translated. */
public final class Markdown {

    private static final Pattern LISTING = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ .*$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("(?<=]\\()[^)]+(?=\\))");
    private static final Pattern CODE = Pattern.compile("`[^`]+`");

    private final String text;
    private final String prose;

    /** @param text a whole page */
    public Markdown(String text) {
        this.text = text;
        this.prose = LISTING.matcher(text).replaceAll("");
    }

    /** @return the fenced listings with their fences, in order */
    public List<String> listings() {
        return all(LISTING, text);
    }

    /** @return the lines of the headings, in order */
    public List<String> headings() {
        return all(HEADING, prose);
    }

    /** @return the number signs of each heading, in order */
    public List<String> headingLevels() {
        return headings().stream()
                .map(heading -> heading.substring(0, heading.indexOf(' ')))
                .toList();
    }

    /** @return where links lead, each target once */
    public Set<String> linkTargets() {
        return new LinkedHashSet<>(all(LINK, prose));
    }

    /** @return code in the running text, tables included, in order */
    public List<String> code() {
        return all(CODE, prose);
    }

    /** @return for each table the code in the first cell of each row */
    public List<List<List<String>>> firstCells() {
        List<List<List<String>>> tables = new ArrayList<>();
        boolean inTable = false;
        for (String line : prose.split("\n")) {
            boolean row = line.startsWith("|");
            if (row && !inTable) {
                tables.add(new ArrayList<>());
            }
            if (row) {
                tables.get(tables.size() - 1).add(all(CODE, line.split("\\|")[1]));
            }
            inTable = row;
        }
        return tables;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
