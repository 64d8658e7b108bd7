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
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The SBOMs that the build attaches, and the page that explains what is in them. */
@Tag("packaging")
class SbomIT {

    private static final Path OF_COMPONENT = Path.of("target/bom.json");

    @Test
    void sbomListsTheTransportsJacksonAndCamel() throws IOException {
        assertThat(Sbom.read(OF_COMPONENT))
                .extracting(Library::name)
                .contains(
                        "com.hivemq:hivemq-mqtt-client",
                        "org.eclipse.paho:org.eclipse.paho.client.mqttv3",
                        "com.fasterxml.jackson.core:jackson-databind",
                        "org.apache.camel:camel-support");
    }

    @Test
    void everyLibraryHasALicenceAndAHash() throws IOException {
        assertThat(Sbom.read(OF_COMPONENT)).isNotEmpty().allSatisfy(library -> {
            assertThat(library.licence()).isNotEmpty();
            assertThat(library.sha256()).hasSize(64);
        });
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                MqttClient.class,
                org.eclipse.paho.client.mqttv3.MqttClient.class,
                ObjectMapper.class,
                CamelContext.class
            })
    void hashIsTheOneOfTheJarThatIsUsed(Class<?> type) throws Exception {
        assertThat(Sbom.read(OF_COMPONENT)).extracting(Library::sha256).contains(sha256OfTheJarOf(type));
    }

    @ParameterizedTest
    @CsvSource({"Component, target/bom.json", "Simulator, ../camel-iotcloud-simulator/target/bom.json"})
    void docsExplainEachLibraryAndTellItsLicence(String section, Path file) throws IOException {
        assumeThat(file)
                .as("the SBOM of the other module, made by ./mvnw verify -am")
                .exists();
        Map<String, String> licences =
                Sbom.read(file).stream().collect(Collectors.toMap(Library::name, Library::licence));

        assertThat(DependenciesPage.licences(section))
                .as("docs/dependencies.adoc, section %s, compared with the SBOM", section)
                .isNotEmpty()
                .containsExactlyInAnyOrderEntriesOf(licences);
    }

    @Test
    void docsImportTheNettyOfThisBuild() throws IOException {
        String docs = DependenciesPage.text();

        assertThat(Sbom.read(OF_COMPONENT))
                .filteredOn(library -> library.name().startsWith("io.netty:"))
                .isNotEmpty()
                .allSatisfy(netty -> assertThat(docs).contains("<version>" + netty.version() + "</version>"));
    }

    private static String sha256OfTheJarOf(Class<?> type) throws Exception {
        try (InputStream jar =
                type.getProtectionDomain().getCodeSource().getLocation().openStream()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar.readAllBytes()));
        }
    }
}
