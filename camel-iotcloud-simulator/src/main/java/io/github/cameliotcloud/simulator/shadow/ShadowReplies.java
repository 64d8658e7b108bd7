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

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds the documents that the service sends (protocol.md 5.2 to 5.5). */
final class ShadowReplies {

    private ShadowReplies() {}

    /** The answer to a get of a device: server time in seconds, time of last change in ms. */
    static ObjectNode get(ShadowRequest request, ShadowDocument document, long now) {
        ObjectNode payload = fullPayload(document, now);
        if (request.metadata()) {
            payload.set("metadata", document.metadata());
        }
        return envelope(request, "get", ShadowResult.SUCCESS, payload, now / 1000);
    }

    static ObjectNode update(ShadowRequest request, ShadowDocument.Change change, long now) {
        ObjectNode payload = changePayload(change);
        if (request.metadata()) {
            payload.set("metadata", change.echoMetadata());
        }
        return envelope(request, "update", ShadowResult.SUCCESS, payload, now);
    }

    /** A version conflict: the whole document, so that the device can resynchronise. */
    static ObjectNode versionMismatch(ShadowRequest request, ShadowDocument document, long now) {
        return envelope(request, "update", ShadowResult.VERSION_MISMATCH, fullPayload(document, now), now);
    }

    static ObjectNode rejected(ShadowRequest request, ShadowResult result, long now) {
        return envelope(request, request == null ? null : request.type(), result, ShadowJson.object(), now);
    }

    static ObjectNode delta(ShadowDocument document) {
        ObjectNode delta = ShadowJson.object().put("type", "delta").put("timestamp", document.timestamp());
        delta.set("payload", payload(document.delta(), document));
        return delta;
    }

    /** The answer to an application's update: metadata always, ms everywhere (7.2). */
    static ObjectNode applicationUpdate(ShadowDocument.Change change, long now) {
        ObjectNode payload = changePayload(change);
        payload.set("metadata", change.echoMetadata());
        return envelope(null, "update", ShadowResult.SUCCESS, payload, now);
    }

    /** The answer to an application's get (7.3). */
    static ObjectNode applicationGet(ShadowDocument document, long now) {
        ObjectNode payload = payload(document.state(), document);
        payload.set("metadata", document.metadata());
        return envelope(null, "get", ShadowResult.SUCCESS, payload, now);
    }

    private static ObjectNode fullPayload(ShadowDocument document, long now) {
        ObjectNode payload = payload(document.state(), document);
        // seen in logs: a shadow that nobody wrote shows the present, in seconds (5.1)
        return document.timestamp() == 0 ? payload.put("timestamp", now / 1000) : payload;
    }

    private static ObjectNode changePayload(ShadowDocument.Change change) {
        return payload(change.echo(), change.after());
    }

    private static ObjectNode payload(ObjectNode state, ShadowDocument document) {
        ObjectNode payload =
                ShadowJson.object().put("version", document.version()).put("timestamp", document.timestamp());
        payload.set("state", state);
        return payload;
    }

    private static ObjectNode envelope(
            ShadowRequest request, String type, ShadowResult result, ObjectNode payload, long timestamp) {
        ObjectNode reply = ShadowJson.object().put("result", result.code()).put("timestamp", timestamp);
        reply.set("payload", payload);
        if (type != null) {
            reply.put("type", type);
        }
        if (request != null && request.clientToken() != null) {
            reply.put("clientToken", request.clientToken());
        }
        return reply;
    }
}
