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

/** Tells those who wait for a connection how the attempt went; the next ones wait for the next attempt. */
final class Outcome {

    private CompletableFuture<Void> next = new CompletableFuture<>();

    synchronized CompletableFuture<Void> next() {
        return next;
    }

    void succeeded() {
        next().complete(null);
    }

    void failed(Throwable reason) {
        replace().completeExceptionally(reason);
    }

    /** Forgets a success. */
    synchronized void reset() {
        if (next.isDone()) {
            next = new CompletableFuture<>();
        }
    }

    private synchronized CompletableFuture<Void> replace() {
        CompletableFuture<Void> last = next;
        next = new CompletableFuture<>();
        return last;
    }
}
