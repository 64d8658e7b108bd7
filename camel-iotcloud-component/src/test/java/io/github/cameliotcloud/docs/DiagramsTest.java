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
package io.github.cameliotcloud.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.session.SessionState;

/** The diagrams of the pages are made from the text beside them, and the one of the states says what the code does. */
class DiagramsTest {

    private static final Path IMAGES = Path.of("../docs/images");
    private static final Pattern STATE = Pattern.compile("^ *state ([A-Z_]+) : ", Pattern.MULTILINE);
    private static final Pattern STEP = Pattern.compile("^ *([A-Z_]+) -\\w*-> ([A-Z_]+) : ", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> imageIsMadeFromItsText() throws IOException {
        List<Path> texts;
        try (Stream<Path> files = Files.list(IMAGES)) {
            texts = files.filter(file -> file.toString().endsWith(".puml"))
                    .sorted()
                    .toList();
        }
        assertThat(texts).isNotEmpty();
        return texts.stream().map(text -> DynamicTest.dynamicTest(text.getFileName() + "", () -> assertMadeFrom(text)));
    }

    @Test
    void diagramHasTheStatesOfTheCode() throws IOException {
        assertThat(STATE.matcher(states()).results().map(state -> state.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SessionState.values()).map(Enum::name).toList());
    }

    @Test
    void diagramHasTheStepsOfTheCode() throws IOException {
        assertThat(STEP.matcher(states()).results().flatMap(DiagramsTest::steps))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SessionState.values())
                        .flatMap(from -> from.next().stream().map(to -> from + " -> " + to))
                        .toList());
    }

    /** The frame OPEN stands for each state inside of it. */
    private static Stream<String> steps(MatchResult step) {
        Stream<String> from = step.group(1).equals("OPEN")
                ? Arrays.stream(SessionState.values())
                        .filter(state -> state != SessionState.CLOSED)
                        .map(Enum::name)
                : Stream.of(step.group(1));
        return from.map(state -> state + " -> " + step.group(2));
    }

    private static String states() throws IOException {
        return Files.readString(IMAGES.resolve("session-states.puml"));
    }

    private static void assertMadeFrom(Path text) throws Exception {
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(text)));
        assertThat(Path.of(text.toString().replace(".puml", ".svg")))
                .exists()
                .content()
                .as("made anew by ./mvnw -Pdocs -pl docs test -Ddocs.update=true")
                .contains("SHA-256 " + sum);
    }
}
