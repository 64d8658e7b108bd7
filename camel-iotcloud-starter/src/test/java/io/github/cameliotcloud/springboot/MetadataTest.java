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
package io.github.cameliotcloud.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.StringUtils;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the metadata for IDEs with the catalog of the component. Where it fails, an option has changed: write the
 * classes anew with {@code ./mvnw -Pgenerate-starter -pl camel-iotcloud-starter -am -DskipTests package}.
 */
class MetadataTest {

    private static final String PREFIX = "camel.component.iotcloud.";
    /** What the catalog calls a number, a switch or a span of time. */
    private static final Map<String, String> TYPES = Map.of(
            "boolean", "java.lang.Boolean",
            "int", "java.lang.Integer",
            "long", "java.time.Duration");

    private final JsonNode options =
            read("META-INF/io/github/cameliotcloud/iotcloud.json").at("/componentProperties");
    private final JsonNode metadata = read("META-INF/spring-configuration-metadata.json");

    @TestFactory
    Stream<DynamicTest> eachOptionIsDescribedWithTypeDefaultAndValues() {
        List<Entry<String, JsonNode>> all = new ArrayList<>(options.properties());
        assertThat(all).hasSizeGreaterThan(30);
        return all.stream()
                .map(option -> DynamicTest.dynamicTest(
                        option.getKey(), () -> assertDescribed(PREFIX + dashed(option.getKey()), option.getValue())));
    }

    @Test
    void nothingElseIsOffered() {
        List<String> expected = new ArrayList<>(List.of(PREFIX + "enabled", PREFIX + "customizer.enabled"));
        options.fieldNames().forEachRemaining(option -> expected.add(PREFIX + dashed(option)));
        List<String> offered = metadata.at("/properties").findValuesAsText("name").stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !name.startsWith(PREFIX + "configuration."))
                .distinct()
                .toList();
        assertThat(offered).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void assertDescribed(String name, JsonNode option) {
        JsonNode property = named(metadata.at("/properties"), name);
        assertThat(letters(property.at("/description").asText()))
                .as("description of %s", name)
                .startsWith(letters(option.at("/description").asText()));
        assertThat(property.at("/defaultValue").asText())
                .as("default of %s", name)
                .isEqualTo(option.at("/defaultValue").asText());
        String type = option.at("/javaType").asText();
        assertThat(property.at("/type").asText()).as("type of %s", name).isEqualTo(TYPES.getOrDefault(type, type));
        if (option.has("enum")) {
            assertThat(named(metadata.at("/hints"), name).findValuesAsText("value"))
                    .as("values of %s", name)
                    .containsExactlyElementsOf(texts(option.get("enum")));
        }
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode element : list) {
            if (name.equals(element.at("/name").asText())) {
                return element;
            }
        }
        throw new AssertionError("The metadata lacks " + name);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** Line breaks of the generated Javadoc become blanks, so these do not count. */
    private static String letters(String text) {
        return StringUtils.trimAllWhitespace(text);
    }

    private static String dashed(String option) {
        return DataObjectPropertyName.toDashedForm(option);
    }

    private static JsonNode read(String resource) {
        try (InputStream stream = MetadataTest.class.getClassLoader().getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
