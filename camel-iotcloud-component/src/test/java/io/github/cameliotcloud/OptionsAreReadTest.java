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
package io.github.cameliotcloud;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import static org.assertj.core.api.Assertions.assertThat;

class OptionsAreReadTest {

    private final JavaClasses classes = new ClassFileImporter().importPackages("io.github.cameliotcloud");

    @Test
    void noOptionExistsThatNothingReads() {
        List<String> unread = new ArrayList<>();
        for (JavaMethod method : classes.get(IotCloudConfiguration.class).getMethods()) {
            boolean getter = method.getName().matches("(get|is)[A-Z].*");
            if (getter && method.getCallsOfSelf().stream().noneMatch(call -> isOurs(call.getOriginOwner()))) {
                unread.add(method.getName());
            }
        }
        assertThat(unread).isEmpty();
    }

    @Test
    void everyOptionAndHeaderHasADescription() throws Exception {
        try (InputStream json = getClass().getResourceAsStream("/META-INF/io/github/cameliotcloud/iotcloud.json")) {
            JsonNode model = new ObjectMapper().readTree(json);
            for (String kind : List.of("componentProperties", "headers", "properties")) {
                assertThat(model.path(kind).properties())
                        .isNotEmpty()
                        .allSatisfy(option -> assertThat(
                                        option.getValue().path("description").asText())
                                .as(option.getKey())
                                .isNotBlank());
            }
            assertThat(model.path("properties")
                            .path("deviceSecret")
                            .path("secret")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** A caller of main code that is not generated. */
    private static boolean isOurs(JavaClass caller) {
        return !caller.getSimpleName().endsWith("Configurer")
                && !caller.isEquivalentTo(IotCloudConfiguration.class)
                && caller.getSource().orElseThrow().getUri().getPath().contains("/classes/");
    }
}
