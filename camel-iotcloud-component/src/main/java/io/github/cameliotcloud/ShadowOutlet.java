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
package io.github.cameliotcloud;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.session.Subscription;
import io.github.cameliotcloud.shadow.ShadowClient;
import io.github.cameliotcloud.shadow.ShadowCodec;
import io.github.cameliotcloud.shadow.ShadowReply;
import io.github.cameliotcloud.shadow.ShadowUpdate;

/** Sends shadow requests; the reply's state becomes the body. */
final class ShadowOutlet implements Outlet {

    private final IotCloudEndpoint endpoint;
    private final DeviceLink link;
    private final ShadowClient client;
    private final ShadowCodec codec;
    private Subscription replies;

    ShadowOutlet(IotCloudEndpoint endpoint, DeviceLink link) {
        this.endpoint = endpoint;
        this.link = link;
        this.client = link.shadow();
        this.codec = endpoint.getComponent().shadowCodec();
    }

    @Override
    public void open() {
        replies = client.subscribe();
    }

    @Override
    public void awaitGranted() throws Exception {
        link.await(replies);
    }

    @Override
    public boolean isGranted() {
        return link.isGranted(replies);
    }

    @Override
    public CompletableFuture<Consumer<Message>> send(Exchange exchange) {
        return request(exchange.getMessage()).thenApply(reply -> message -> {
            ShadowHeaders.write(message, link.device(), reply);
            // it was this request's; left in place it would turn the next shadow request into the same
            message.removeHeader(IotCloudConstants.OPERATION);
        });
    }

    @Override
    public void close() {
        if (replies != null) {
            replies.cancel();
        }
    }

    private CompletableFuture<ShadowReply> request(Message message) {
        Duration limit = endpoint.requestTimeout();
        return switch (operation(message)) {
            case GET -> client.get(limit);
            case UPDATE -> update(ShadowUpdate.report(attributes(message)).ifVersion(version(message)), limit);
            case CLEAR -> update(ShadowUpdate.clear().ifVersion(version(message)), limit);
        };
    }

    private CompletableFuture<ShadowReply> update(ShadowUpdate update, Duration limit) {
        return endpoint.getConfiguration().getOnConflict() == ConflictPolicy.RETRY
                ? client.updateRetryingConflicts(update, limit)
                : client.update(update, limit);
    }

    private Operation operation(Message message) {
        Object header = message.getHeader(IotCloudConstants.OPERATION);
        if (header == null || header.equals(ShadowHeaders.DELTA)) { // a consumer's delta asks for nothing
            return endpoint.getConfiguration().getOperation();
        }
        for (Operation operation : Operation.values()) {
            if (operation.name().equalsIgnoreCase(header.toString())) {
                return operation;
            }
        }
        throw new InvalidMessageException("header " + IotCloudConstants.OPERATION
                + ": a shadow producer knows get, update and clear; set one of them, or remove the header");
    }

    private static long version(Message message) {
        return message.getHeader(IotCloudConstants.VERSION, 0L, Long.class);
    }

    private ObjectNode attributes(Message message) {
        Object body = message.getBody();
        if (body == null) {
            throw new InvalidMessageException(
                    "the body is empty: a shadow update needs a JSON object such as {\"temperature\":25}");
        }
        if (body instanceof JsonNode || body instanceof Map) {
            return codec.attributesOf(body);
        }
        byte[] json = message.getBody(byte[].class);
        return json == null ? codec.attributesOf(body) : codec.readAttributes(json);
    }
}
