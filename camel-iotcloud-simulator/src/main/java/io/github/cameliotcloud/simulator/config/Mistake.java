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
package io.github.cameliotcloud.simulator.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/** Tells what is wrong with a file in one sentence. Values are never quoted, as they may be secrets. */
final class Mistake {

    // where a blank is missing, a secret becomes part of a name: secret:AAEC==
    private static final Pattern HARMLESS_NAME = Pattern.compile("[A-Za-z0-9_-]{1,48}");

    private final String language;

    Mistake(String language) {
        this.language = language;
    }

    /** @param lines knows where a property is */
    String describe(Path file, PropertyLines lines, JsonProcessingException e) {
        OptionalInt line =
                e instanceof JsonMappingException mapping ? lines.of(mapping.getPath()) : OptionalInt.empty();
        if (line.isEmpty() && e.getLocation() != null) {
            line = OptionalInt.of(e.getLocation().getLineNr());
        }
        return "The configuration " + file + (line.isEmpty() ? "" : ", line " + line.getAsInt()) + ": " + reason(e, "");
    }

    /** As {@link #describe}, for the part of the file that a property holds. */
    String describeSettings(Path file, String property, JsonProcessingException e) {
        return "The configuration " + file + ": " + reason(e, property);
    }

    private String reason(JsonProcessingException e, String prefix) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown, prefix);
        }
        if (e instanceof MismatchedInputException mismatch) {
            return path(mismatch.getPath(), prefix) + " needs " + expected(mismatch.getTargetType()) + ".";
        }
        if (e instanceof ValueInstantiationException bad && bad.getCause() instanceof IllegalArgumentException cause) {
            return path(bad.getPath(), prefix) + ": " + cause.getMessage();
        }
        boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
        return (twice ? "the same name is used twice." : "this is no valid " + language + ".");
    }

    private static String unknown(UnrecognizedPropertyException e, String prefix) {
        List<JsonMappingException.Reference> path = e.getPath();
        String name = e.getPropertyName();
        Collection<String> known =
                e.getKnownPropertyIds().stream().map(String::valueOf).toList();
        if (!HARMLESS_NAME.matcher(name).matches()) {
            return path(path.subList(0, path.size() - 1), prefix)
                    + " has an unknown property; mind the blank after the colon. Known are "
                    + String.join(", ", known) + ".";
        }
        return path(path, prefix) + " is unknown"
                + Nearest.to(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; known are " + String.join(", ", known) + ".");
    }

    private static String path(List<JsonMappingException.Reference> path, String prefix) {
        String text = prefix
                + path.stream()
                        .map(step -> step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : "." + shown(step.getFieldName()))
                        .collect(Collectors.joining());
        return text.isEmpty() ? "the file" : text.replaceFirst("^\\.", "");
    }

    private static String shown(String name) {
        return HARMLESS_NAME.matcher(name).matches() ? name : "?";
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type)
                ? "a list"
                : "names and values" + (Map.class.isAssignableFrom(type) ? "" : ", as in the manual");
    }
}
