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
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.FaultInjection;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;
import io.github.cameliotcloud.simulator.junit5.DeviceAssert;
import io.github.cameliotcloud.simulator.junit5.IotCloudAssertions;
import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorExtension;
import io.github.cameliotcloud.testing.DocsSnippet;

/** The listings of docs/testing.adoc are those of {@link HeatingIT}, and the calls that it names exist. */
class TestingDocsTest {

    private static final String PAGE = "testing.adoc";
    private static final Path TESTS = Path.of("src/test");
    private static final Pattern CALL = Pattern.compile("`(?:faults\\(\\)\\.)?(\\w+)\\(([^)`]*)\\)");

    @Test
    void pageShowsTheTestThatRuns() throws IOException {
        String source = Files.readString(TESTS.resolve("java/io/github/cameliotcloud/docs/HeatingIT.java"));
        String withoutLastLine = DocsSnippet.of(PAGE, "HeatingIT").replaceFirst("}$", "");

        assertThat(withoutLastLine + "\n" + DocsSnippet.of(PAGE, "outage") + "\n}\n")
                .isEqualTo(source.substring(source.indexOf("import ")));
    }

    @Test
    void testOnThePageHasTwentyLines() throws IOException {
        String listing = DocsSnippet.of(PAGE, "HeatingIT");

        assertThat(listing.substring(listing.indexOf("class ")).lines().filter(line -> !line.isBlank()))
                .hasSize(20);
    }

    @Test
    void pageShowsTheSpringBootTestThatRuns() throws IOException {
        String source = Files.readString(
                Path.of("../camel-iotcloud-starter/src/test/java/io/github/cameliotcloud/starter/ThermostatIT.java"));

        assertThat(source).endsWith("\n" + DocsSnippet.of(PAGE, "ThermostatIT") + "\n");
    }

    @Test
    void versionsAreThoseOfTheBuild() throws IOException {
        String parent = Files.readString(Path.of("../pom.xml"));

        assertThat(Pattern.compile("<artifactId>([^<]*)</artifactId>\n  <version>([^<]*)<")
                        .matcher(DocsSnippet.of(PAGE, "dependencies"))
                        .results()
                        .map(dependency -> dependency.group(2)))
                .hasSize(5)
                .allSatisfy(version -> assertThat(parent).containsPattern("version>" + Pattern.quote(version) + "<"));
    }

    @Test
    void pageShowsTheRouteThatRuns() throws IOException {
        assertThat(DocsSnippet.of(PAGE, "heating.camel.yaml") + "\n")
                .isEqualTo(Files.readString(TESTS.resolve("resources/routes/heating.camel.yaml")));
    }

    @Test
    void callsThatThePageNamesExist() throws IOException {
        String page = DocsSnippet.page(PAGE);

        assertThat(calls(page, "== What the simulator can do"))
                .hasSizeGreaterThan(10)
                .isSubsetOf(methods(IotCloudSimulator.class, IotCloudSimulatorBuilder.class, FaultInjection.class));
        assertThat(calls(page, "== Assertions"))
                .hasSizeGreaterThan(10)
                .isSubsetOf(methods(DeviceAssert.class, IotCloudAssertions.class, IotCloudSimulatorExtension.class));
    }

    /** Name and number of parameters of the calls in the first table below a heading. */
    private static List<String> calls(String page, String heading) {
        String table = page.substring(page.indexOf(heading)).split("\\|===")[1];
        return CALL.matcher(table)
                .results()
                .filter(call -> !call.group(2).equals(".."))
                .map(call -> call.group(1) + "/"
                        + (call.group(2).isEmpty() ? 0 : call.group(2).split(",").length))
                .toList();
    }

    private static Set<String> methods(Class<?>... classes) {
        return Stream.of(classes)
                .map(Class::getMethods)
                .flatMap(Arrays::stream)
                .map(TestingDocsTest::call)
                .collect(Collectors.toSet());
    }

    private static String call(Method method) {
        return method.getName() + "/" + method.getParameterCount();
    }
}
