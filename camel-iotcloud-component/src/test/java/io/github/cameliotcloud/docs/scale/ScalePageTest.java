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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;

/** Each number in the tables of docs/scale.adoc follows from docs/scale-inputs.csv, and those are what was measured. */
class ScalePageTest {

    private static final Path PAGE = Path.of("../docs/scale.adoc");
    private static final Path CLUSTER_SETTINGS = Path.of(
            "../camel-iotcloud-cluster-zookeeper/src/main/java/io/github/cameliotcloud/cluster/zookeeper/Settings.java");
    private static final Pattern SECTION = Pattern.compile("(?:section |(?:documented|unknown) \\|)(\\d\\.\\d+)");

    private final Inputs in = new Inputs();

    @TestFactory
    Stream<DynamicTest> tableFollowsFromTheInputs() {
        return tables().entrySet().stream()
                .map(table -> DynamicTest.dynamicTest(
                        table.getKey(),
                        () -> compareOrUpdate(table.getKey(), table.getValue().get())));
    }

    @TestFactory
    Stream<DynamicTest> inputIsWhatItsSourceSays() {
        return in.all().stream()
                .map(input -> DynamicTest.dynamicTest(
                        input.name(),
                        () -> assertThat(input.isWhatItsSourceSays())
                                .as("docs/%s says '%s' with %s", input.source(), input.quote(), input.value())
                                .isTrue()));
    }

    @Test
    void inputsSayOfWhatKindTheyAre() {
        assertThat(in.all())
                .extracting(Input::kind)
                .containsOnly("measured", "documented", "default", "read", "chosen");
    }

    @Test
    void timesOfTheClusterServiceAreItsDefaults() throws IOException {
        assertThat(Files.readString(CLUSTER_SETTINGS))
                .contains("SESSION_TIMEOUT = %d_000;".formatted((int) in.of("zookeeper-session")))
                .contains("TAKE_OVER_DELAY = %d_000;".formatted((int) in.of("take-over-delay")));
    }

    @Test
    void sectionsOfTheProtocolThatThePageNamesExist() throws IOException {
        assertThat(SECTION.matcher(Files.readString(PAGE)).results().map(section -> section.group(1)))
                .hasSizeGreaterThan(5)
                .allMatch(Section::exists);
    }

    @Test
    void reserveIsMoreThanTheGreatestSecondNeeded() throws IOException {
        assertThat(in.peak()).isLessThan(in.reserve());
        assertThat(Files.readString(PAGE)).contains("limit / (n × " + in.reserve() + ")");
    }

    @Test
    void limitsOfADeviceAreThoseOfTheSimulatorsEditions() throws IOException {
        Limits a = Limits.editionA();
        Limits l = Limits.editionL();
        assertThat(Files.readString(PAGE))
                .contains(row("Messages from a device", "%d/s / %d/s", a, l, Limit.UPLINK_PER_SECOND))
                .contains(row("Messages to a device", "%d/s / %d/s", a, l, Limit.DOWNLINK_PER_SECOND))
                .contains("|keep alive |%d to %d / %d to %d s |"
                        .formatted(
                                a.get(Limit.KEEP_ALIVE_MIN_SECONDS),
                                a.get(Limit.KEEP_ALIVE_MAX_SECONDS),
                                l.get(Limit.KEEP_ALIVE_MIN_SECONDS),
                                l.get(Limit.KEEP_ALIVE_MAX_SECONDS)))
                .contains("|CONNECT of a device |one in %d s |".formatted(a.get(Limit.CONNECT_INTERVAL_MS) / 1000))
                .contains("|Offline messages |%d for a device, %d h, one per %d ms |"
                        .formatted(
                                a.get(Limit.STORED_MESSAGES),
                                a.get(Limit.SESSION_HOURS),
                                a.get(Limit.STORED_MESSAGE_SPACING_MS)));
    }

    private static String row(String what, String form, Limits a, Limits l, Limit limit) {
        return "|" + what + " |" + form.formatted(a.get(limit), l.get(limit)) + " |";
    }

    private Map<String, Supplier<String>> tables() {
        Map<String, Supplier<String>> tables = new LinkedHashMap<>();
        ShardTables shards = new ShardTables(in);
        tables.put("short", new ShortTable(in)::answers);
        tables.put("inputs", new InputTable(in)::inputs);
        tables.put("node", new NodeTables(in)::node);
        tables.put("fleets", new NodeTables(in)::fleets);
        tables.put("keep alive", new TrafficTables(in)::keepAlive);
        tables.put("connects", new TrafficTables(in)::connects);
        tables.put("messages", new TrafficTables(in)::messages);
        tables.put("check", new ReconnectTables(in)::check);
        tables.put("simulated", new ReconnectTables(in)::simulated);
        tables.put("back", new ReconnectTables(in)::back);
        tables.put("limits", new ReconnectTables(in)::limits);
        tables.put("calls", new CloudTables(in)::calls);
        tables.put("shares", shards::shares);
        tables.put("failure", shards::failure);
        tables.put("coordination", shards::coordination);
        return tables;
    }

    private static void compareOrUpdate(String name, String table) throws IOException {
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
                            "The table '%s' of docs/scale.adoc is not what docs/scale-inputs.csv gives. Write it anew with:"
                                    + " ./mvnw -pl camel-iotcloud-component test -Dtest=ScalePageTest -Ddocs.update=true",
                            name)
                    .isEqualTo(table);
        }
    }
}
