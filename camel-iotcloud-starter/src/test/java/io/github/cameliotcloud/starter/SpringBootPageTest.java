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
package io.github.cameliotcloud.starter;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpringBootPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"application.properties", "camel/thermostat.camel.yaml"})
    void listingIsTheFileThatIsTested(String file) {
        assertThat(SpringBootPage.listing(file))
                .isEqualTo(
                        SpringBootPage.read(Path.of("src/test/resources", file)).strip());
    }

    @Test
    void versionsAreThoseOfTheBuild() {
        String camel = property("camel-spring-boot.version");
        assertThat(SpringBootPage.listing("dependencies")).contains("<version>" + camel + "</version>");
        assertThat(SpringBootPage.text())
                .contains("Spring Boot " + property("spring-boot.version") + " and Camel Spring Boot " + camel)
                .contains("<netty.version>" + property("netty.version") + "</netty.version>");
    }

    private static String property(String name) {
        Matcher value = Pattern.compile("<" + Pattern.quote(name) + ">([^<]*)<")
                .matcher(SpringBootPage.read(Path.of("../pom.xml")));
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }
}
