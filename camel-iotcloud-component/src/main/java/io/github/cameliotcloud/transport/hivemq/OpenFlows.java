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
package io.github.cameliotcloud.transport.hivemq;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.reactivex.disposables.Disposable;

/**
 * What waits for an answer. The library keeps such a flow of a persistent session for ever, in the hope of a reconnect,
 * and with each its hold on the event loops, whose threads then never end. So the connection ends its flows itself.
 */
final class OpenFlows {

    private final Set<CompletableFuture<Void>> open = ConcurrentHashMap.newKeySet();
    private volatile Throwable end;

    /**
     * @param flow starts what completes the stage it is given
     * @return that stage; it fails when the flow cannot start, and with the connection
     */
    CompletableFuture<Void> start(Function<CompletableFuture<Void>, Disposable> flow) {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        if (end != null) {
            stage.completeExceptionally(end);
            return stage;
        }
        open.add(stage);
        try {
            Disposable started = flow.apply(stage);
            stage.whenComplete((done, failure) -> {
                open.remove(stage);
                started.dispose();
            });
        } catch (RuntimeException e) { // an argument that the library does not take
            open.remove(stage);
            stage.completeExceptionally(e);
        }
        if (end != null) { // between the first look and the entry in the set
            stage.completeExceptionally(end);
        }
        return stage;
    }

    void end(Throwable cause) {
        end = cause;
        open.forEach(stage -> stage.completeExceptionally(cause));
    }
}
