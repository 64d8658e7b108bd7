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
package io.github.cameliotcloud.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;

/** Request bodies that are true or false. */
final class Booleans {

    private Booleans() {}

    /** @throws ConsoleException for anything else */
    static boolean parse(String body) {
        JsonNode value = ConsoleJson.parse(body);
        if (!value.isBoolean()) {
            throw new ConsoleException(400, "The request body has to be true or false.");
        }
        return value.booleanValue();
    }
}
