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
package io.github.cameliotcloud.reference;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.camel.util.TimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.IotCloudConfiguration;

/** The catalog metadata, which IDEs, Kaoto and the Camel CLI show, leaves nothing open. */
class MetadataTest {

    /** Those that each component of Camel has, in Camel's own words. */
    private static final Set<String> OF_CAMEL = Set.of(
            "autowiredEnabled",
            "bridgeErrorHandler",
            "exceptionHandler",
            "exchangePattern",
            "healthCheckConsumerEnabled",
            "healthCheckProducerEnabled",
            "lazyStartProducer");

    private static final Set<String> SECRETS = Set.of("deviceSecret", "devicePrivateKey");
    private static final Set<String> ALWAYS_WITH_DEFAULT = Set.of("boolean", "integer", "duration", "enum");

    static Stream<Map.Entry<String, JsonNode>> options() throws IOException {
        return Stream.of("componentProperties", "properties")
                .flatMap(kind -> metadata().path(kind).properties().stream())
                .filter(option -> !OF_CAMEL.contains(option.getKey()));
    }

    static Stream<Map.Entry<String, JsonNode>> headers() {
        return metadata().path("headers").properties().stream();
    }

    @ParameterizedTest
    @MethodSource("options")
    void optionIsDescribed(Map.Entry<String, JsonNode> option) {
        assertThat(text(option, "description")).matches("[A-Za-z].*[^.]\\.");
        assertThat(text(option, "displayName")).isNotBlank();
        assertThat(text(option, "group")).isNotBlank();
        assertThat(text(option, "javaType")).isNotBlank();
        assertThat(option.getValue().path("secret").asBoolean()).isEqualTo(SECRETS.contains(option.getKey()));
    }

    @ParameterizedTest
    @MethodSource("options")
    void closedSetOfValuesIsListed(Map.Entry<String, JsonNode> option) throws Exception {
        boolean isEnum = Class.forName(boxed(text(option, "javaType"))).isEnum();
        if (isEnum || text(option, "type").equals("enum")) {
            assertThat(option.getValue().path("enum").size()).isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void defaultIsThatOfTheCode(Map.Entry<String, JsonNode> option) throws Exception {
        JsonNode documented = option.getValue().path("defaultValue");
        boolean required = option.getValue().path("required").asBoolean();
        if (ALWAYS_WITH_DEFAULT.contains(text(option, "type")) && !required) {
            assertThat(documented.isMissingNode()).isFalse();
        }
        if (!documented.isMissingNode()) {
            Object inUse = valueOf(option.getKey());
            String shown = documented.asText();
            assertThat(inUse instanceof Long ? TimeUtils.toMilliSeconds(shown) + "" : shown)
                    .isEqualTo(asWritten(inUse));
        }
    }

    @ParameterizedTest
    @MethodSource("headers")
    void headerIsDescribed(Map.Entry<String, JsonNode> header) {
        assertThat(header.getKey()).startsWith("CamelIotCloud");
        assertThat(text(header, "description")).matches("[A-Z].*[^.]\\.");
        assertThat(text(header, "javaType")).isIn("String", "Integer", "Long");
        assertThat(text(header, "constantName")).startsWith("io.github.cameliotcloud.IotCloudConstants#");
    }

    @Test
    void everyDurationSaysHowItIsWritten() throws IOException {
        assertThat(options().filter(option -> text(option, "type").equals("duration")))
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        option -> assertThat(text(option, "description")).contains("a plain number is milliseconds"));
    }

    @Test
    void componentIsDescribed() {
        JsonNode component = metadata().path("component");

        assertThat(component.path("title").asText()).isEqualTo("Tencent IoT Cloud");
        assertThat(component.path("description").asText()).endsWith(".");
        assertThat(component.path("firstVersion").asText()).isEqualTo("0.1.0");
        assertThat(List.of(component.path("label").asText().split(",")))
                .containsExactlyInAnyOrder("iot", "cloud", "messaging");
        assertThat(component.path("syntax").asText()).isEqualTo("iotcloud:channel");
        assertThat(component.path("remote").asBoolean()).isTrue();
        assertThat(component.path("async").asBoolean()).isTrue();
        assertThat(component.path("lenientProperties").asBoolean()).isFalse();
        assertThat(component.path("consumerOnly").asBoolean()).isFalse();
        assertThat(component.path("producerOnly").asBoolean()).isFalse();
        assertThat(component.path("supportLevel").asText()).isNotBlank();
    }

    private static Object valueOf(String option) throws ReflectiveOperationException {
        String name = option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1);
        for (Object owner : List.of(new IotCloudConfiguration(), new IotCloudComponent())) {
            for (String getter : List.of("get" + name, "is" + name)) {
                try {
                    return owner.getClass().getMethod(getter).invoke(owner);
                } catch (NoSuchMethodException e) {
                    // the next one may have it
                }
            }
        }
        throw new NoSuchMethodException("getter of " + option);
    }

    private static String asWritten(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : String.valueOf(value);
    }

    private static String boxed(String javaType) {
        return javaType.contains(".") ? javaType : "java.lang.Object";
    }

    private static String text(Map.Entry<String, JsonNode> of, String field) {
        return of.getValue().path(field).asText();
    }

    private static JsonNode metadata() {
        try (InputStream json =
                MetadataTest.class.getResourceAsStream("/META-INF/io/github/cameliotcloud/iotcloud.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
