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
package io.github.cameliotcloud.quarkus.it;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

import com.fasterxml.jackson.databind.JsonNode;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

// shown in docs/quarkus.adoc
@Singleton
@Named("deltas")
public class Deltas implements Processor {

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();

    @Override
    public void process(Exchange exchange) {
        received.add(exchange.getMessage().getBody(JsonNode.class));
    }

    List<JsonNode> received() {
        return List.copyOf(received);
    }
}
