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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;

/** Options and headers as the catalog metadata has them, which IDEs show too. */
final class CatalogTables {

    private static final String METADATA = "/META-INF/io/github/cameliotcloud/iotcloud.json";

    private final ComponentModel model;

    private CatalogTables(ComponentModel model) {
        this.model = model;
    }

    static CatalogTables ofTheComponent() throws IOException {
        try (InputStream json = CatalogTables.class.getResourceAsStream(METADATA)) {
            return new CatalogTables(
                    JsonMapper.generateComponentModel(new String(json.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    String endpointOptions() {
        return options(model.getEndpointOptions());
    }

    /** The component takes each option of its endpoints too; these are its own. */
    String componentOptions() {
        Set<String> ofEndpoints = model.getEndpointOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        return options(model.getComponentOptions().stream()
                .filter(option -> !ofEndpoints.contains(option.getName()))
                .toList());
    }

    String headers() {
        Table table = new Table("3,1,6", "Header", "Type", "Meaning");
        model.getEndpointHeaders()
                .forEach(header -> table.row(code(header.getName()), type(header), header.getDescription()));
        return table.toString();
    }

    private static String options(List<? extends BaseOptionModel> options) {
        Table table = new Table("2,2,1,6", "Option", "Type", "Default", "Meaning");
        options.forEach(
                option -> table.row(code(option.getName()), type(option), defaultValue(option), meaning(option)));
        return table.toString();
    }

    private static String type(BaseOptionModel option) {
        return option.getEnums() == null ? option.getShortJavaType() : String.join(", ", option.getEnums());
    }

    private static String defaultValue(BaseOptionModel option) {
        return option.getDefaultValue() == null
                ? ""
                : code(option.getDefaultValue().toString());
    }

    private static String meaning(BaseOptionModel option) {
        return (option.isRequired() ? "*Required.* " : "")
                + (option.isSecret() ? "*Secret.* " : "")
                + option.getDescription();
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
