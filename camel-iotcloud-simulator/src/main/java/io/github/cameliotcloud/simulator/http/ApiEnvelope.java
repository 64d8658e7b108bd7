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
package io.github.cameliotcloud.simulator.http;

import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The frame of every answer: {@code {"Response":{..,"RequestId":".."}}} (protocol.md 7.1). */
final class ApiEnvelope {

    private ApiEnvelope() {}

    static String success(ObjectNode output) {
        return envelope(output.deepCopy());
    }

    static String failure(ApiError error, String message) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.putObject("Error").put("Code", error.code()).put("Message", message);
        return envelope(response);
    }

    private static String envelope(ObjectNode response) {
        response.put("RequestId", UUID.randomUUID().toString());
        return JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("Response", response)
                .toString();
    }
}
