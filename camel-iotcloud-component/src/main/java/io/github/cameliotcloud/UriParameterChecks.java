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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cameliotcloud.auth.SignMethod;
import io.github.cameliotcloud.error.InvalidOptionException;

/** Explains wrong URI parameters where Camel's own message would not say what to write instead. */
final class UriParameterChecks {

    private static final Map<String, Class<? extends Enum<?>>> CHOICES = Map.ofEntries(
            Map.entry("signMethod", SignMethod.class),
            Map.entry("region", Region.class),
            Map.entry("transport", Transport.class),
            Map.entry("operation", Operation.class),
            Map.entry("onConflict", ConflictPolicy.class),
            Map.entry("events", ShadowEvents.class),
            Map.entry("onSuccess", SuccessAction.class),
            Map.entry("onFailure", FailureAction.class),
            Map.entry("offlinePolicy", OfflinePolicy.class));
    private static final List<String> UNSUPPORTED = List.of("will", "retain");

    private UriParameterChecks() {}

    /** @throws InvalidOptionException when a parameter is a choice that does not exist, or a feature the cloud lacks */
    static void check(Map<String, Object> parameters) {
        parameters.forEach((name, value) -> {
            if (UNSUPPORTED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith)) {
                throw new InvalidOptionException(
                        name, value, "this cloud has neither will nor retained messages; leave it out");
            }
            Class<? extends Enum<?>> choices = CHOICES.get(name);
            if (choices != null && !isReference(value)) {
                checkChoice(name, value, choices);
            }
        });
    }

    private static void checkChoice(String name, Object value, Class<? extends Enum<?>> choices) {
        List<String> allowed = Arrays.stream(choices.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        if (!allowed.contains(value.toString().toLowerCase(Locale.ROOT).replace('_', '-'))) {
            throw new InvalidOptionException(
                    name, value, "use one of " + allowed.stream().collect(Collectors.joining(", ")));
        }
    }

    private static boolean isReference(Object value) {
        return !(value instanceof String text) || text.startsWith("#");
    }
}
