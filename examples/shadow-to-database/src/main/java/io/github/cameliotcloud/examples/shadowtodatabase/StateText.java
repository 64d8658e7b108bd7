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
package io.github.cameliotcloud.examples.shadowtodatabase;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

import com.fasterxml.jackson.databind.JsonNode;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Headers for the statements: {@code state} as text, {@code kind} which says whose state it is. */
@Singleton
@Named("stateText")
public class StateText implements Processor {

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        JsonNode state = message.getBody(JsonNode.class);
        boolean delta = "delta".equals(message.getHeader("CamelIotCloudOperation"));
        message.setHeader("kind", delta ? "delta" : "reported");
        message.setHeader("state", delta ? state.toString() : reported(state));
    }

    private static String reported(JsonNode document) {
        JsonNode reported = document.path("reported");
        return reported.isObject() ? reported.toString() : "{}";
    }
}
