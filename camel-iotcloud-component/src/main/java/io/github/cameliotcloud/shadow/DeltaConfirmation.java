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
package io.github.cameliotcloud.shadow;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.ShadowVersionConflictException;
import io.github.cameliotcloud.session.AsyncFailures;

/**
 * Tells the cloud that a delta has been applied, and never wipes a desired value that came after it. The request
 * carries the delta's version. When the cloud answers with a conflict, the current document shows whether somebody
 * wants something else by now, or whether only the device itself has reported meanwhile; only then is the request
 * repeated with the current version.
 */
public final class DeltaConfirmation {

    private static final int MAX_TRIES = 5;

    private final ShadowClient client;
    private final Duration limit;

    /**
     * @param client sends the request
     * @param limit  how long to wait for each reply
     */
    public DeltaConfirmation(ShadowClient client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    /**
     * Reports what was applied, and clears desired.
     *
     * @param delta what was applied
     * @return true when the cloud took it, false when a newer desired value is on its way; fails like
     *     {@link ShadowClient#update}
     */
    public CompletableFuture<Boolean> report(ShadowDelta delta) {
        return send(ShadowUpdate.report(delta.state()).andClearDesired(), delta, delta.version(), MAX_TRIES);
    }

    /**
     * Clears desired, and leaves reporting to the route.
     *
     * @param delta what was applied
     * @return as for {@link #report}
     */
    public CompletableFuture<Boolean> clear(ShadowDelta delta) {
        return send(ShadowUpdate.clear(), delta, delta.version(), MAX_TRIES);
    }

    private CompletableFuture<Boolean> send(ShadowUpdate update, ShadowDelta delta, long version, int tries) {
        return request(update.ifVersion(version)).thenApply(reply -> true).exceptionallyCompose(failure -> {
            Throwable cause = AsyncFailures.unwrap(failure);
            if (!(cause instanceof ShadowVersionConflictException conflict)) {
                return CompletableFuture.failedFuture(cause);
            }
            if (!isCurrent(delta, conflict.currentState())) {
                return CompletableFuture.completedFuture(false);
            }
            return tries > 1
                    ? send(update, delta, conflict.currentVersion(), tries - 1)
                    : CompletableFuture.failedFuture(conflict);
        });
    }

    /** What the cloud desires may break its own rules for a report; that must not stop the deltas behind it. */
    private CompletableFuture<ShadowReply> request(ShadowUpdate update) {
        try {
            return client.update(update, limit);
        } catch (InvalidMessageException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** @return true when reported together with the applied delta is all that is desired */
    private static boolean isCurrent(ShadowDelta delta, JsonNode document) {
        ObjectNode reached = document.path("reported") instanceof ObjectNode reported
                ? reported.deepCopy()
                : delta.state().objectNode();
        merge(reached, delta.state());
        return contains(reached, document.path("desired"));
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (change.getValue() instanceof ObjectNode inner
                    && target.get(change.getKey()) instanceof ObjectNode old) {
                merge(old, inner);
            } else {
                target.set(change.getKey(), change.getValue());
            }
        });
    }

    private static boolean contains(JsonNode all, JsonNode part) {
        if (!part.isObject()) {
            return part.isNull() || part.isMissingNode() || part.equals(all);
        }
        return part.properties().stream()
                .allMatch(entry -> all.has(entry.getKey()) && contains(all.get(entry.getKey()), entry.getValue()));
    }
}
