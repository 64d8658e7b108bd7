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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages, examples and Kamelets name no option and no header that the component does not have. */
class OptionNamesTest {

    private static final Path PROJECT = Path.of("..");
    private static final List<String> FOLDERS =
            List.of("docs", "examples", "camel-iotcloud-component/src/main/resources/kamelets");
    private static final Pattern TEXT = Pattern.compile(".*\\.(adoc|md|yaml|xml|properties)");

    /** These have names of the simulator's own. */
    private static final Pattern ABOUT_THE_SIMULATOR = Pattern.compile("(testing|simulator.*)\\.adoc");

    private static final Pattern URI = Pattern.compile("iotcloud:[a-z]+\\?([^\\s\"'`<|]+)");
    private static final Pattern URI_OPTION = Pattern.compile("(?:^|&amp;|&|\\?)([A-Za-z]+)=");
    private static final Pattern PROPERTY = Pattern.compile("camel\\.component\\.iotcloud\\.([A-Za-z-]+)");
    private static final Pattern YAML_BLOCK =
            Pattern.compile("uri: \"?iotcloud:[^\n]*\n( +)parameters:\n((?:\\1 +[^\n]*\n)+)");
    private static final Pattern YAML_OPTION = Pattern.compile("(?m)^ +([A-Za-z]+):");
    private static final Pattern SETTING = Pattern.compile("`([a-z]+[A-Z]\\w*|[a-z]+(?==))(?:=[^`]*)?`");
    private static final Pattern HEADER = Pattern.compile("CamelIotCloud\\w+");

    /** What is written like an option and is one of Camel, of a cloud API, of something else that the page explains, or a mistake on purpose. */
    private static final Set<String> OTHERS = Set.of(
            "allowOptimisedComponents",
            "asyncSend",
            "automaticReconnect",
            "basePath",
            "breakOnFirstError",
            "cacheSize",
            "camelContext",
            "camelHealth",
            "certAlias",
            "clientId",
            "clientToken",
            "connectionTimeout",
            "convertBodyTo",
            "curatorFramework",
            "dependencyManagement",
            "deviceSecert",
            "distributionTarGzSha256Sum",
            "doCatch",
            "dumpProcessorAsXml",
            "dumpRouteAsXml",
            "dumpRoutesAsXml",
            "dumpRoutesCoverageAsXml",
            "dynamicRouter",
            "getView",
            "heapKib",
            "jitterFactor",
            "kubernetesResourceName",
            "leaseDurationMillis",
            "maxInflight",
            "maxQueueSize",
            "onException",
            "option",
            "prodct",
            "rebalancePeriod",
            "recipientList",
            "releaseView",
            "renewDeadlineMillis",
            "retryPeriodMillis",
            "routingSlip",
            "secureSocketProtocols",
            "sessionTimeout",
            "setMasterUrl",
            "setNamespace",
            "socketFactory",
            "takeLeadership",
            "takeOverDelay",
            "terminationGracePeriodSeconds",
            "tickTime",
            "toD",
            "unmarshalType",
            "userName",
            "willPayload",
            "willTopic");

    private final JsonNode metadata = metadata();
    private final Set<String> options = names("componentProperties", "properties");
    private final Set<String> headers = names("headers");

    @TestFactory
    Stream<DynamicTest> everyNameExists() throws IOException {
        List<Path> texts = new ArrayList<>(List.of(PROJECT.resolve("README.md"), PROJECT.resolve("README.zh.md")));
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
                files.filter(file -> TEXT.matcher(file.toString()).matches())
                        .filter(file -> !file.toString().contains("/target/") && !file.endsWith("protocol.md"))
                        .forEach(texts::add);
            }
        }
        assertThat(texts).hasSizeGreaterThan(20);
        return texts.stream()
                .map(file -> DynamicTest.dynamicTest(
                        PROJECT.relativize(file).toString(),
                        () -> assertThat(unknown(file))
                                .as("no option or header of the component in %s", file)
                                .isEmpty()));
    }

    private Set<String> unknown(Path file) throws IOException {
        String text = Files.readString(file);
        Set<String> unknown = new TreeSet<>();
        URI.matcher(text)
                .results()
                .flatMap(uri -> find(URI_OPTION, uri.group(1)))
                .forEach(unknown::add);
        find(PROPERTY, text).map(OptionNamesTest::camelCase).forEach(unknown::add);
        YAML_BLOCK
                .matcher(text)
                .results()
                .flatMap(block -> find(YAML_OPTION, block.group(2)))
                .forEach(unknown::add);
        if (!ABOUT_THE_SIMULATOR.matcher(file.getFileName().toString()).matches()) {
            find(SETTING, text).forEach(unknown::add);
        }
        unknown.removeAll(OTHERS);
        unknown.removeAll(options);
        HEADER.matcher(text)
                .results()
                .map(header -> header.group())
                .filter(header -> !headers.contains(header))
                .forEach(unknown::add);
        return unknown;
    }

    private static Stream<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static String camelCase(String name) {
        return Pattern.compile("-([a-z])")
                .matcher(name)
                .replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
    }

    private Set<String> names(String... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> metadata.path(kind).properties().stream())
                .map(option -> option.getKey())
                .collect(Collectors.toSet());
    }

    private static JsonNode metadata() {
        try (InputStream json =
                OptionNamesTest.class.getResourceAsStream("/META-INF/io/github/cameliotcloud/iotcloud.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
