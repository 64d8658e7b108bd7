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
package io.github.cameliotcloud.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of {@code docs/dependencies.adoc}: group, one or several artifacts, licence, and what people read. */
final class DependenciesPage {

    private static final Path PAGE = Path.of("../docs/dependencies.adoc");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|`([^`]+)` \\|(`[^|]+`) \\|([^|]+) \\|.+$");
    private static final Pattern ARTIFACT = Pattern.compile("`([^`]+)`");

    private DependenciesPage() {}

    static String text() throws IOException {
        return Files.readString(PAGE);
    }

    /** @return licences by library, of the section with this title */
    static Map<String, String> licences(String section) throws IOException {
        Map<String, String> licences = new TreeMap<>();
        Matcher row = ROW.matcher(textOf(section));
        while (row.find()) {
            String group = row.group(1);
            String licence = row.group(3);
            ARTIFACT.matcher(row.group(2))
                    .results()
                    .map(artifact -> group + ":" + artifact.group(1))
                    .forEach(library -> licences.put(library, licence));
        }
        return licences;
    }

    private static String textOf(String section) throws IOException {
        return Pattern.compile("(?ms)^== " + section + "$(.*?)(?=^== |\\z)")
                .matcher(text())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(PAGE + " has no section " + section));
    }
}
