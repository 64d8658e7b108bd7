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

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;

/** A property of the component names no option, or no bean where it takes one. Knows no value, which may be a mistyped secret. */
final class UnknownOptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Origin origin;

    private UnknownOptionException(String message, ConfigurationProperty property) {
        super(message);
        this.origin = property.getOrigin();
    }

    static UnknownOptionException mistyped(ConfigurationProperty property, String nearest) {
        return new UnknownOptionException(
                "The property '" + property.getName() + "' is unknown; did you mean '" + nearest + "'?", property);
    }

    static UnknownOptionException noBean(ConfigurationProperty property) {
        return new UnknownOptionException(
                "The property '" + property.getName() + "' takes a bean; write #bean: and the name of the bean",
                property);
    }

    /** @return where the property is set */
    Origin origin() {
        return origin;
    }
}
