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

import java.util.concurrent.CompletableFuture;

/**
 * Tells those who wait for a connection: either how the next attempt goes, or when one has succeeded, however many it
 * takes.
 */
final class Outcome {

    private CompletableFuture<Void> attempt = new CompletableFuture<>();
    private CompletableFuture<Void> connected = new CompletableFuture<>();

    /** @return ends with the success or failure of the attempt under way, or of the next one */
    synchronized CompletableFuture<Void> nextAttempt() {
        return attempt;
    }

    /** @return ends with the next success, at once while connected */
    synchronized CompletableFuture<Void> connected() {
        return connected;
    }

    void succeeded() {
        nextAttempt().complete(null);
        connected().complete(null);
    }

    void failed(Throwable reason) {
        CompletableFuture<Void> failed;
        synchronized (this) {
            forgetSuccess();
            failed = attempt;
            attempt = new CompletableFuture<>();
        }
        failed.completeExceptionally(reason);
    }

    void closed(Throwable reason) {
        failed(reason);
        connected().completeExceptionally(reason);
    }

    synchronized void forgetSuccess() {
        if (attempt.isDone()) {
            attempt = new CompletableFuture<>();
        }
        if (connected.isDone()) {
            connected = new CompletableFuture<>();
        }
    }
}
