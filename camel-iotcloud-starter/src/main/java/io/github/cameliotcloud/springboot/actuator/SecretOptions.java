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
package io.github.cameliotcloud.springboot.actuator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import io.github.cameliotcloud.IotCloudEndpointUriFactory;

/** Which properties are secret, as the component declares it ({@code secret = true}), and what is in them. */
final class SecretOptions {

    private static final String PREFIX = "camel.component.iotcloud.";
    private static final int SHORTEST_SECRET = 8;

    private final Set<String> names = new IotCloudEndpointUriFactory().secretPropertyNames();
    private final Environment environment;

    SecretOptions(Environment environment) {
        this.environment = environment;
    }

    /** @return whether the name ends as a secret option, however it is written: with dashes, dots or as a variable */
    boolean isSecretName(String key) {
        String letters = letters(key);
        // below sslContextParameters, if that is a bean
        boolean password = key.startsWith(PREFIX) && letters.endsWith("password");
        return password || names.stream().map(SecretOptions::letters).anyMatch(letters::endsWith);
    }

    /** @return whether a text contains a secret, such as the command line or the property that a placeholder names */
    boolean containsSecret(Object value) {
        return value instanceof CharSequence && values().stream().anyMatch(value.toString()::contains);
    }

    private List<String> values() {
        Binder binder = Binder.get(environment);
        return names.stream()
                .flatMap(name -> Stream.of(PREFIX + dashed(name), PREFIX + "configuration." + dashed(name)))
                .map(name -> binder.bind(name, Bindable.of(String.class)).orElse(""))
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
