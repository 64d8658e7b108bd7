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
package io.github.cameliotcloud.springboot.options;

import java.beans.PropertyDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.github.cameliotcloud.IotCloudConfiguration;
import io.github.cameliotcloud.springboot.IotCloudComponentConfiguration;

/** The names of all properties of the component, in the spelling of the documentation. */
final class OptionNames {

    private final List<String> names;

    OptionNames(String prefix) {
        names = Stream.concat(
                        namesOf(IotCloudComponentConfiguration.class, prefix + "."),
                        namesOf(IotCloudConfiguration.class, prefix + ".configuration."))
                .toList();
    }

    boolean contains(ConfigurationPropertyName property) {
        return names.stream().map(ConfigurationPropertyName::of).anyMatch(property::equals);
    }

    /** @return whether it is an environment variable with an underscore within an option, which Spring took for a dot */
    boolean isSpelledForEnvironment(ConfigurationProperty property) {
        return comesFromEnvironment(property.getSource())
                && names.stream()
                        .map(OptionNames::letters)
                        .anyMatch(letters(property.getName().toString())::equals);
    }

    /** @return the name that takes the fewest changes */
    String nearest(ConfigurationPropertyName unknown) {
        return names.stream()
                .min(Comparator.comparingInt(name -> EditDistance.between(name, unknown.toString())))
                .orElseThrow();
    }

    private static Stream<String> namesOf(Class<?> type, String prefix) {
        return Stream.of(BeanUtils.getPropertyDescriptors(type))
                .filter(property -> property.getWriteMethod() != null)
                .map(PropertyDescriptor::getName)
                .map(name -> prefix + DataObjectPropertyName.toDashedForm(name));
    }

    private static boolean comesFromEnvironment(ConfigurationPropertySource source) {
        return source != null && source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
