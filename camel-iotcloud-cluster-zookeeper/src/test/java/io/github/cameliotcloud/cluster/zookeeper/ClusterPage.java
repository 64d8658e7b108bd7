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
package io.github.cameliotcloud.cluster.zookeeper;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/cluster.adoc says of this module. */
final class ClusterPage {

    private static final Pattern ROW = Pattern.compile("^\\|`(\\w+)` \\|(?:`([^`]*)`|[^|]*) \\|", Pattern.MULTILINE);

    private ClusterPage() {}

    /** The properties that make the service, by what follows {@code camel.beans.cluster}. */
    static Properties properties() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(listing("service")));
        return properties;
    }

    static String listing(String tag) throws IOException {
        Matcher listing = Pattern.compile("// tag::" + tag + "\\[]\n\\[[^\n]*]\n----\n(.*?)\n----", Pattern.DOTALL)
                .matcher(text());
        assertThat(listing.find()).as(tag).isTrue();
        return listing.group(1);
    }

    /** Default values of the table of settings; null where the page has none, or describes it. */
    static Map<String, String> defaults() throws IOException {
        String text = text();
        String table = text.substring(text.indexOf("|Property |Default"));
        return ROW.matcher(table.substring(0, table.indexOf("\n|===")))
                .results()
                .collect(Collectors.toMap(
                        (MatchResult row) -> row.group(1),
                        row -> row.group(2) == null ? "" : row.group(2),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("../docs/cluster.adoc"));
    }
}
