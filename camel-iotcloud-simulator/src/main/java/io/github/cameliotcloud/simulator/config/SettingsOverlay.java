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
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Puts a part of a configuration file over a settings record, by the names of its components: objects are merged, all else
 * is replaced. Constants go by their names, in upper or lower case; {@code profile} names the settings to begin with.
 */
public final class SettingsOverlay {

    private static final String PROFILE = "profile";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private SettingsOverlay() {}

    /**
     * @param file for messages
     * @param name the property of the file that holds the changes
     * @param changes null for none; its property {@code profile} names the settings to begin with
     * @param usual the profile to begin with when none is named
     * @param profiles the settings by the name of their profile; throws {@link IllegalArgumentException} for another name
     * @return a record like that of the profile, with the changes
     * @throws ConfigException when a name is unknown, or a value is bad
     */
    public static <T extends Record> T apply(
            Path file, String name, ObjectNode changes, String usual, Function<String, T> profiles) {
        ObjectNode rest = changes == null ? MAPPER.createObjectNode() : changes.deepCopy();
        JsonNode profile = rest.remove(PROFILE);
        T settings;
        try {
            settings = profiles.apply(profile == null ? usual : profile.asText());
        } catch (IllegalArgumentException e) {
            throw new ConfigException("The configuration " + file + ": " + name + ".profile: " + e.getMessage() + ".");
        }
        return rest.isEmpty() ? settings : changed(file, name, rest, settings);
    }

    private static <T extends Record> T changed(Path file, String name, ObjectNode changes, T settings) {
        ObjectNode merged = MAPPER.valueToTree(settings);
        merge(merged, changes);
        try {
            @SuppressWarnings("unchecked") // the class of a T
            Class<T> type = (Class<T>) settings.getClass();
            return MAPPER.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw new ConfigException(new Mistake("JSON").describeSettings(file, name, e));
        }
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue() instanceof ObjectNode inner
                    && target.get(change.getKey()) instanceof ObjectNode old) {
                merge(old, inner);
            } else {
                target.set(change.getKey(), change.getValue());
            }
        }
    }
}
