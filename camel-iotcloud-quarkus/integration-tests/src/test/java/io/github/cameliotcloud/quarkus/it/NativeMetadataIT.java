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
package io.github.cameliotcloud.quarkus.it;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the build gives to native-image, in target/native-sources. No executable is made of it here. */
class NativeMetadataIT {

    private static final Path SOURCES = Path.of("target/native-sources");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.github.cameliotcloud.IotCloudComponent",
                "io.github.cameliotcloud.IotCloudComponentConfigurer",
                "io.github.cameliotcloud.IotCloudConfiguration",
                "io.github.cameliotcloud.IotCloudConfigurationConfigurer",
                "io.github.cameliotcloud.IotCloudEndpointConfigurer",
                "io.github.cameliotcloud.IotCloudEndpointUriFactory",
                "io.github.cameliotcloud.IotCloudSendDynamicAware",
                "io.github.cameliotcloud.JsonDataTypeTransformer",
                "io.github.cameliotcloud.CloudEventsDataTypeTransformer",
                "io.github.cameliotcloud.transport.hivemq.HiveMqTransportFactory",
                "io.github.cameliotcloud.transport.paho.PahoTransportFactory",
                "org.eclipse.paho.client.mqttv3.internal.SSLNetworkModuleFactory",
            })
    void classIsRegisteredForReflection(String name) throws Exception {
        assertThat(values("reflect-config.json", "", "name")).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/services/io.github.cameliotcloud.session.MqttTransportFactory",
                "META-INF/services/org.eclipse.paho.client.mqttv3.spi.NetworkModuleFactory",
                "META-INF/io/github/cameliotcloud/iotcloud.json",
            })
    void resourceIsPartOfTheExecutable(String name) throws Exception {
        assertThat(values("resource-config.json", "/resources", "pattern")).contains("\\Q" + name + "\\E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.hivemq.client", "io.reactivex", "io.github.cameliotcloud.transport.hivemq"})
    void packageIsInitializedAtRunTime(String name) throws Exception {
        assertThat(new String(entry("io/quarkus/runner/Feature.class"), StandardCharsets.ISO_8859_1))
                .contains(name);
    }

    @Test
    void tlsIsSwitchedOn() throws Exception {
        assertThat(Files.readString(SOURCES.resolve("native-image.args")))
                .contains("--enable-url-protocols=http,https");
    }

    /** native-image links at build time: a class that is named but not there fails it. */
    @Test
    void eachClassThatOurLibrariesNameIsThere() throws Exception {
        List<String> jars = jars();
        List<String> ours = jars.stream()
                .filter(jar -> jar.matches(".*(hivemq|cameliotcloud|rxjava|jctools|bucket4j|eclipse\\.paho).*"))
                .toList();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(7);

        assertThat(missing(ours, jars)).isEmpty();
    }

    @Test
    void simulatorIsNoPartOfTheApplication() throws Exception {
        assertThat(jars()).isNotEmpty().noneMatch(jar -> jar.contains("simulator"));
    }

    private static List<String> missing(List<String> jars, List<String> classPath) {
        StringWriter found = new StringWriter();
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "--multi-release",
                                "17",
                                "--missing-deps",
                                "-cp",
                                String.join(File.pathSeparator, classPath)),
                        jars.stream())
                .toList();
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(found), new PrintWriter(found), arguments.toArray(String[]::new));
        return found.toString()
                .lines()
                .filter(line -> line.contains("not found"))
                .filter(line -> line.startsWith("   "))
                .toList();
    }

    private static List<String> jars() throws IOException {
        try (Stream<Path> libraries = Files.list(SOURCES.resolve("lib"));
                Stream<Path> application = Files.list(SOURCES)) {
            return Stream.concat(libraries, application)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .toList();
        }
    }

    private static List<String> values(String file, String pointer, String field) throws IOException {
        JsonNode entries = new ObjectMapper().readTree(entry("META-INF/native-image/" + file));
        return StreamSupport.stream(entries.at(pointer).spliterator(), false)
                .flatMap(entry -> entry.findValuesAsText(field).stream())
                .toList();
    }

    private static byte[] entry(String name) throws IOException {
        String runner = jars().stream()
                .filter(jar -> jar.endsWith("-runner.jar"))
                .findFirst()
                .orElseThrow();
        try (JarFile jar = new JarFile(runner)) {
            return jar.getInputStream(jar.getEntry(name)).readAllBytes();
        }
    }
}
