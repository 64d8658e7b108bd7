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
package io.github.cameliotcloud.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.error.IotCloudException;
import io.github.cameliotcloud.error.PublishQueueFullException;
import io.github.cameliotcloud.session.Scheduler.Cancellable;

/**
 * A connection whose every operation ends: with the cloud's answer, with the time limit, or with the connection. An
 * MQTT library alone does not promise that; some keep a publish waiting for a reconnect that is not theirs to make.
 */
final class LiveConnection {

    private final MqttConnection connection;
    private final Scheduler scheduler;
    private final Deadlines limits;
    private final Instant since;
    private final Executor publishing;
    private final Set<CompletableFuture<Void>> unfinished = ConcurrentHashMap.newKeySet();
    private volatile RuntimeException end;

    LiveConnection(MqttConnection connection, SessionSettings settings, SessionRuntime runtime) {
        this.connection = connection;
        this.scheduler = runtime.scheduler();
        this.limits = new Deadlines(scheduler);
        this.since = runtime.clock().instant();
        this.publishing =
                settings.maxPublishRate() == 0 ? Runnable::run : new PublishPacing(settings, runtime, this::later);
    }

    Instant since() {
        return since;
    }

    /** @param limit counts from the moment the message leaves, however long it has waited for its turn */
    CompletableFuture<Void> publish(String topic, byte[] payload, int qos, Duration limit) {
        Answer answer = open();
        try {
            publishing.execute(
                    () -> ask(() -> connection.publish(topic, payload, qos), answer, limit, "PUBACK for " + topic));
        } catch (PublishQueueFullException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    CompletableFuture<Void> subscribe(String filter, int qos, Duration limit) {
        return bounded(() -> connection.subscribe(filter, qos), limit, "SUBACK for " + filter);
    }

    CompletableFuture<Void> unsubscribe(String filter, Duration limit) {
        return bounded(() -> connection.unsubscribe(filter), limit, "UNSUBACK for " + filter);
    }

    /** Runs a task later, unless the connection has ended by then. */
    void later(Duration delay, Runnable task) {
        Answer due = open();
        due.thenRun(task);
        due.setLimit(scheduler.after(delay, () -> due.complete(null)));
    }

    /** Fails all that is unanswered, now and later, and cancels what was to be done later. */
    void end(RuntimeException cause) {
        end = cause;
        unfinished.forEach(answer -> answer.completeExceptionally(cause));
        limits.clear();
    }

    CompletionStage<Void> disconnect() {
        return connection.disconnect();
    }

    private CompletableFuture<Void> bounded(Supplier<CompletionStage<Void>> call, Duration limit, String what) {
        Answer answer = open();
        ask(call, answer, limit, what);
        return answer;
    }

    /** Does nothing when the connection has ended meanwhile. */
    private void ask(Supplier<CompletionStage<Void>> call, Answer answer, Duration limit, String what) {
        if (!answer.isDone()) {
            answer.setLimit(limits.after(
                    limit,
                    () -> answer.completeExceptionally(new TimeoutException("no " + what + " within " + limit))));
            start(call, answer, what);
        }
    }

    /** @return a future that ends at the latest with the connection */
    private Answer open() {
        Answer answer = new Answer();
        unfinished.add(answer);
        answer.whenComplete((done, failure) -> {
            unfinished.remove(answer);
            answer.cancelLimit();
        });
        if (end != null) { // may have come between the caller's look at the connection and the entry in the set
            answer.completeExceptionally(end);
        }
        return answer;
    }

    private static void start(Supplier<CompletionStage<Void>> call, CompletableFuture<Void> answer, String what) {
        try {
            call.get().whenComplete((done, failure) -> {
                if (failure == null) {
                    answer.complete(null);
                } else {
                    answer.completeExceptionally(typed(AsyncFailures.unwrap(failure), what));
                }
            });
        } catch (RuntimeException e) {
            answer.completeExceptionally(typed(e, what));
        }
    }

    /** What a library reports in its own words, other than a refusal, is that the connection is going. */
    private static Throwable typed(Throwable failure, String what) {
        return failure instanceof IotCloudException
                ? failure
                : new DeviceNotConnectedException("the connection ended before " + what + " came", failure);
    }

    /** What is waited for, and what ends the waiting. */
    private static final class Answer extends CompletableFuture<Void> {

        private volatile Cancellable limit = () -> {};

        void setLimit(Cancellable timer) {
            limit = timer;
            if (isDone()) { // in this moment
                timer.cancel();
            }
        }

        void cancelLimit() {
            limit.cancel();
        }
    }
}
