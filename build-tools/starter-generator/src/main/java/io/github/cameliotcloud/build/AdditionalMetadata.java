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
package io.github.cameliotcloud.build;

import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;
import org.apache.camel.tooling.util.Strings;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** What Spring's annotation processor cannot see in the generated classes: defaults, and the values of enumerations. */
final class AdditionalMetadata {

    private AdditionalMetadata() {}

    static String of(ComponentModel model) {
        String prefix = "camel.component." + model.getScheme() + ".";
        JsonArray properties = new JsonArray();
        JsonArray hints = new JsonArray();
        properties.add(object(
                "name",
                prefix + "customizer.enabled",
                "description",
                "Whether the properties below " + prefix + "* are set in the component.",
                "defaultValue",
                true));
        for (ComponentOptionModel option : model.getComponentOptions()) {
            String name = prefix + Strings.camelCaseToDash(option.getName());
            if ("java.lang.Object".equals(option.getJavaType())) {
                // which the processor takes for the root of more properties
                properties.add(
                        object("name", name, "type", option.getJavaType(), "description", option.getDescription()));
            } else if (option.getDefaultValue() != null) {
                properties.add(object("name", name, "defaultValue", option.getDefaultValue()));
            }
            if (option.getEnums() != null && !option.getEnums().isEmpty()) {
                JsonArray values = new JsonArray();
                option.getEnums().forEach(value -> values.add(object("value", value)));
                hints.add(object("name", name, "values", values));
            }
        }
        return Jsoner.prettyPrint(
                        object("properties", properties, "hints", hints).toJson(), 2) + "\n";
    }

    private static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
