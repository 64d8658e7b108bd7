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
package io.github.cameliotcloud.examples.fleetcluster;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.IotCloudConstants;

/** What the files say of a message: one line of JSON. */
final class MessageLine implements Function<Exchange, String> {

    private final String node;

    /** @param node where the line is written */
    MessageLine(String node) {
        this.node = node;
    }

    @Override
    public String apply(Exchange exchange) {
        Message message = exchange.getMessage();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("node", node);
        line.put("product", message.getHeader(IotCloudConstants.PRODUCT, String.class));
        line.put("device", message.getHeader(IotCloudConstants.DEVICE, String.class));
        if (message.getBody() instanceof JsonNode state) {
            line.put("version", message.getHeader(IotCloudConstants.VERSION, Long.class));
            line.set("state", state);
        } else {
            line.put("message", message.getBody(String.class));
        }
        return line + "\n";
    }
}
