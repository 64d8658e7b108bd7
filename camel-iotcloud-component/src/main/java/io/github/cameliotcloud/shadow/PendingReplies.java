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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import io.github.cameliotcloud.session.Deadlines;
import io.github.cameliotcloud.session.Scheduler;
import io.github.cameliotcloud.session.Scheduler.Cancellable;

/** Requests that wait for their reply, by client token. Each ends with its reply, its time limit or a failure of all. */
final class PendingReplies {

    private final Deadlines limits;
    private final Map<String, CompletableFuture<ShadowReply>> byToken = new ConcurrentHashMap<>();

    PendingReplies(Scheduler scheduler) {
        this.limits = new Deadlines(scheduler);
    }

    CompletableFuture<ShadowReply> expect(String clientToken) {
        CompletableFuture<ShadowReply> reply = new CompletableFuture<>();
        byToken.put(clientToken, reply);
        return reply;
    }

    /** Counts time from now on. The reply may be here already. */
    void sent(String clientToken, Duration limit, String what) {
        CompletableFuture<ShadowReply> reply = byToken.get(clientToken);
        if (reply != null) {
            Cancellable timer = limits.after(
                    limit, () -> fail(clientToken, new TimeoutException("no reply to " + what + " within " + limit)));
            reply.whenComplete((answer, failure) -> timer.cancel());
        }
    }

    /** @return false when nobody waits for this reply, or no more */
    boolean complete(ShadowReply reply) {
        // removed first: who hears of the reply finds nothing pending any more
        CompletableFuture<ShadowReply> waiting =
                reply.clientToken() == null ? null : byToken.remove(reply.clientToken());
        return waiting != null && waiting.complete(reply);
    }

    void fail(String clientToken, Throwable reason) {
        CompletableFuture<ShadowReply> waiting = byToken.remove(clientToken);
        if (waiting != null) {
            waiting.completeExceptionally(reason);
        }
    }

    void failAll(Throwable reason) {
        byToken.keySet().forEach(token -> fail(token, reason));
    }

    int size() {
        return byToken.size();
    }
}
