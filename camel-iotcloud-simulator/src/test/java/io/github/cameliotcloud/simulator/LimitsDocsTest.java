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
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.limits.ConnectRefusal;
import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Reaction;
import io.github.cameliotcloud.simulator.limits.Switch;
import io.github.cameliotcloud.simulator.limits.Violation;

/** The tables and the example of docs/simulator-limits.adoc. */
class LimitsDocsTest {

    private static final Path PAGE = Path.of("../docs/simulator-limits.adoc");

    @Test
    void everyLimitIsInTheTableWithTheValuesOfItsProfiles() throws IOException {
        assertThat(rows(Limit.class))
                .containsExactlyElementsOf(lines(
                        Limit.values(),
                        limit -> Stream.of(Limits.relaxed(), Limits.editionA(), Limits.editionL())
                                .map(limits -> text(limits.get(limit)))
                                .collect(Collectors.joining(" | "))));
    }

    @Test
    void everyViolationIsInTheTableWithItsReaction() throws IOException {
        assertThat(rows(Violation.class))
                .containsExactlyElementsOf(lines(
                        Violation.values(),
                        violation -> Limits.relaxed().reactionTo(violation).name()));
    }

    @Test
    void everyRefusalIsInTheTableWithItsCode() throws IOException {
        assertThat(rows(ConnectRefusal.class))
                .containsExactlyElementsOf(lines(
                        ConnectRefusal.values(),
                        refusal -> String.valueOf(Limits.relaxed().connackCode(refusal))));
    }

    @Test
    void everySwitchIsInTheTable() throws IOException {
        assertThat(rows(Switch.class))
                .hasSameSizeAs(Switch.values())
                .allSatisfy(row -> assertThat(row.split(" \\| ")).hasSize(2));
    }

    @Test
    void theExampleStarts() throws IOException {
        // tag::limits[]
        IotCloudSimulator simulator = IotCloudSimulator.builder()
                .device("ABC1234567", "dev-01")
                .limits(Limits.editionL()
                        .with(Limit.UPLINK_PER_SECOND, 5)
                        .with(Violation.OVER_RATE, Reaction.CLOSE)
                        .with(ConnectRefusal.TOO_FREQUENT, 5)
                        .with(Switch.FULL_STORE_DROPS_OLDEST))
                .start();
        // end::limits[]
        simulator.close();
        String example = between(source(), "// tag::limits[]", "// end::limits[]");
        assertThat(between(Files.readString(PAGE), "// tag::limits[]\n[source,java]\n----\n", "----\n"))
                .isEqualTo(example.stripIndent().strip() + "\n");
    }

    /** What follows the second column of each row that begins with the name of a constant; of switches, what follows the name. */
    private static <E extends Enum<E>> List<String> rows(Class<E> type) throws IOException {
        List<String> names = Stream.of(type.getEnumConstants()).map(Enum::name).toList();
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && names.contains(line.split(" ")[1]))
                .map(line -> line.substring(2).split(" \\| ", 2))
                .map(cells -> type == Switch.class ? cells[1] : cells[0] + " | " + cells[1].split(" \\| ", 2)[1])
                .toList();
    }

    private static <E extends Enum<E>> List<String> lines(E[] constants, Function<E, String> values) {
        return Stream.of(constants)
                .map(constant -> constant + " | " + values.apply(constant))
                .toList();
    }

    private static String text(int value) {
        return value == Limits.UNLIMITED ? "unlimited" : String.valueOf(value);
    }

    private static String source() throws IOException {
        return Files.readString(Path.of("src/test/java/io/github/cameliotcloud/simulator/LimitsDocsTest.java"));
    }

    private static String between(String text, String from, String to) {
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(to, begin));
    }
}
