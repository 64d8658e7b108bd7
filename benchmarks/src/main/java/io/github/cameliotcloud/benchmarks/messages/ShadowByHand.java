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
package io.github.cameliotcloud.benchmarks.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import io.github.cameliotcloud.benchmarks.simulator.LoadDevices;

/** Shadow requests as one would write them with a bare client: publish, then find the reply by its token. */
final class ShadowByHand implements AutoCloseable {

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong tokens = new AtomicLong();
    private final BareHiveMq client;
    private final String requests;

    /** @param device its number */
    ShadowByHand(int port, int device) {
        String name = LoadDevices.PRODUCT + "/" + LoadDevices.name(device);
        requests = "$shadow/operation/" + name;
        client = new BareHiveMq(port, device);
        client.subscribe("$shadow/operation/result/" + name, MqttQos.AT_MOST_ONCE, false, this::arrived);
    }

    CompletableFuture<JsonNode> get() {
        return request(mapper.createObjectNode().put("type", "get"));
    }

    CompletableFuture<JsonNode> report(ObjectNode attributes) {
        ObjectNode request = mapper.createObjectNode().put("type", "update").put("version", 0);
        request.putObject("state").set("reported", attributes);
        return request(request);
    }

    private CompletableFuture<JsonNode> request(ObjectNode request) {
        String token = "t-" + tokens.incrementAndGet();
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        waiting.put(token, reply);
        try {
            client.publish(requests, mapper.writeValueAsBytes(request.put("clientToken", token)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return reply;
    }

    private void arrived(Mqtt3Publish publish) {
        try {
            JsonNode reply = mapper.readTree(publish.getPayloadAsBytes());
            CompletableFuture<JsonNode> asked =
                    waiting.remove(reply.path("clientToken").asText());
            if (asked == null) {
                return;
            }
            if (reply.path("result").asInt(-1) == 0) {
                asked.complete(reply.path("payload").path("state"));
            } else {
                asked.completeExceptionally(new IllegalStateException("The cloud says " + reply));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
