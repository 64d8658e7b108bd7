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
package io.github.cameliotcloud.testing;

import org.apache.camel.spi.PropertiesFunction;

/**
 * Stands for Camel's function {@code aws:}, as for every other vault: {@link #PLACEHOLDER} is its one secret.
 *
 * @param secret what is kept there
 */
public record Vault(String secret) implements PropertiesFunction {

    public static final String PLACEHOLDER = "{{aws:dev-01}}";

    @Override
    public String getName() {
        return "aws";
    }

    @Override
    public String apply(String name) {
        return name.equals("dev-01") ? secret : null;
    }
}
