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
package io.github.cameliotcloud.quarkus.deployment;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.Config;

/** Options of the component as the application configures them, in each spelling that Camel accepts. */
final class ConfiguredOptions {

    static final String PREFIX = "camel.component.iotcloud.";

    private final Config config;

    ConfiguredOptions(Config config) {
        this.config = config;
    }

    /** @return an option that says which cloud to connect to, when there is one */
    Optional<String> chosenCloud() {
        return Stream.of("broker-url", "region", "ca-certificate", "device-certificate", "ssl-context-parameters")
                .filter(option -> value(option).isPresent())
                .map(PREFIX::concat)
                .findFirst();
    }

    /**
     * @param option name with dashes, such as {@code device-secret}
     * @return its value; empty too when it refers to something that does not exist
     */
    Optional<String> value(String option) {
        return Stream.of(PREFIX, PREFIX + "configuration.")
                .flatMap(prefix -> Stream.of(prefix + option, prefix + camelCase(option)))
                .flatMap(name -> read(name).stream())
                .findFirst();
    }

    private Optional<String> read(String name) {
        try {
            return config.getOptionalValue(name, String.class);
        } catch (NoSuchElementException unresolvedExpression) {
            return Optional.empty();
        }
    }

    private static String camelCase(String option) {
        StringBuilder name = new StringBuilder();
        for (String word : option.split("-")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
