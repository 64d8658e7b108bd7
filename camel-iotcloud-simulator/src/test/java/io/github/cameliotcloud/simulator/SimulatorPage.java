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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** What the manual's page on the simulator shows, so that tests run what users read. */
final class SimulatorPage {

    private static final Path PAGE = Path.of("../docs/simulator.adoc");

    private SimulatorPage() {}

    /** The listing below the comment {@code // tag::name[]}. */
    static String listing(String tag) throws IOException {
        return found("// tag::" + Pattern.quote(tag) + "\\[]\n(?:\\[[^\n]*]\n)?----\n(.*?)\n----");
    }

    /** What is between the comments {@code // tag::name[]} and {@code // end::name[]}. */
    static String region(String tag) throws IOException {
        return found("// tag::" + tag + "\\[]\n(.*?)\n// end::" + tag + "\\[]");
    }

    private static String found(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(matcher.find()).as("%s in %s", pattern, PAGE).isTrue();
        return matcher.group(1);
    }
}
