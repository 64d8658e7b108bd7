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
package io.github.cameliotcloud.simulator.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds the documents that the service sends (protocol.md 5.2 to 5.5). */
final class ShadowReplies {

    private final ShadowRules rules;

    ShadowReplies(ShadowRules rules) {
        this.rules = rules;
    }

    /** The answer to a get of a device: server time in seconds, time of last change in ms. */
    ObjectNode get(ShadowRequest request, ShadowDocument document, long now) {
        ObjectNode payload = fullPayload(document, now);
        if (request.metadata()) {
            payload.set("metadata", document.metadata());
        }
        return reply(request, ShadowResult.SUCCESS, payload, now / 1000);
    }

    ObjectNode update(ShadowRequest request, ShadowDocument.Change change, long now) {
        ObjectNode payload = changePayload(change);
        if (request.metadata()) {
            payload.set("metadata", change.echo().metadata());
        }
        return reply(request, ShadowResult.SUCCESS, payload, now);
    }

    /** The answer to a deletion by the device, which no document describes (5.7). */
    ObjectNode deleted(ShadowRequest request, long now) {
        return reply(request, ShadowResult.SUCCESS, ShadowJson.object(), now);
    }

    /** A version conflict: the whole document, so that the device can resynchronise. */
    ObjectNode versionMismatch(ShadowRequest request, ShadowDocument document, long now) {
        return reply(request, ShadowResult.VERSION_MISMATCH, fullPayload(document, now), errorTime(now));
    }

    /** @param request null when the payload could not be read */
    ObjectNode rejected(ShadowRequest request, ShadowResult result, long now) {
        return request == null
                ? envelope(null, result, ShadowJson.object(), errorTime(now))
                : reply(request, result, ShadowJson.object(), errorTime(now));
    }

    private long errorTime(long now) {
        return rules.has(ShadowSwitch.ERROR_TIME_IN_SECONDS) ? now / 1000 : now;
    }

    ObjectNode delta(ShadowDocument document) {
        ObjectNode values = document.delta(rules);
        ObjectNode payload = payload(values, document);
        if (rules.has(ShadowSwitch.DELTA_WITH_METADATA)) {
            payload.set("metadata", StateMetadata.of(values, document.desired().metadata()));
        }
        ObjectNode delta = ShadowJson.object().put("type", "delta").put("timestamp", document.timestamp());
        delta.set("payload", payload);
        return delta;
    }

    /** The answer to an application's update: metadata always, ms everywhere (7.2). */
    ObjectNode applicationUpdate(ShadowDocument.Change change, long now) {
        ObjectNode payload = changePayload(change);
        payload.set("metadata", change.echo().metadata());
        return envelope("update", ShadowResult.SUCCESS, payload, now);
    }

    /** The answer to an application's get (7.3). */
    ObjectNode applicationGet(ShadowDocument document, long now) {
        ObjectNode payload = payload(state(document), document);
        payload.set("metadata", document.metadata());
        return envelope("get", ShadowResult.SUCCESS, payload, now);
    }

    private ObjectNode fullPayload(ShadowDocument document, long now) {
        ObjectNode payload = payload(state(document), document);
        // seen in logs: a shadow that nobody wrote shows the present, in seconds (5.1)
        return document.timestamp() == 0 ? payload.put("timestamp", now / 1000) : payload;
    }

    private ObjectNode state(ShadowDocument document) {
        boolean empty = document.timestamp() == 0 && rules.has(ShadowSwitch.FRESH_STATE_EMPTY);
        return empty ? ShadowJson.object() : document.state(rules);
    }

    private static ObjectNode changePayload(ShadowDocument.Change change) {
        return payload(change.echo().state(), change.after());
    }

    private static ObjectNode payload(JsonNode state, ShadowDocument document) {
        ObjectNode payload =
                ShadowJson.object().put("version", document.version()).put("timestamp", document.timestamp());
        payload.set("state", state);
        return payload;
    }

    private ObjectNode reply(ShadowRequest request, ShadowResult result, ObjectNode payload, long timestamp) {
        ObjectNode reply = envelope(request.type(), result, payload, timestamp);
        if (request.clientToken() != null) {
            reply.put("clientToken", request.clientToken());
        } else if (rules.has(ShadowSwitch.ABSENT_TOKEN_ANSWERED_EMPTY)) {
            reply.put("clientToken", "");
        }
        return reply;
    }

    private static ObjectNode envelope(String type, ShadowResult result, ObjectNode payload, long timestamp) {
        ObjectNode reply = ShadowJson.object().put("result", result.code()).put("timestamp", timestamp);
        reply.set("payload", payload);
        if (type != null) {
            reply.put("type", type);
        }
        return reply;
    }
}
