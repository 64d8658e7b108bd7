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

/** What Spring Boot shall see of the options of a component. */
final class SpringOptions {

    private SpringOptions() {}

    /**
     * Takes away the defaults, as Camel would set them in the component and so overwrite what {@code configuration.*} or
     * the application has set; the component has them anyway. Durations become {@code java.time.Duration}: as a number, of
     * which Camel's generator thinks, {@code 10s} could not be written.
     */
    static void adapt(ComponentModel model) {
        for (ComponentOptionModel option : model.getComponentOptions()) {
            option.setDefaultValue(null);
            if ("duration".equals(option.getType())) {
                option.setJavaType("java.time.Duration");
            }
        }
    }
}
