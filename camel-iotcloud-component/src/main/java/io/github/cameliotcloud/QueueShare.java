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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.camel.Exchange;

/** One device's part of a consumer's queue. It has a bound of its own, so that no device takes the room of another. */
final class QueueShare {

    /** QoS 1 messages stay far below: a broker stops sending when that many are not acknowledged. */
    static final int OF_ONE_DEVICE = 10_000;

    /** Deltas hold all that is desired, so few have to wait; a fleet has many devices. */
    static final int OF_A_FLEET_DEVICE = 200;

    private final ExchangeQueue queue;
    private final int limit;
    private int size;
    private CompletableFuture<Void> emptied;

    QueueShare(ExchangeQueue queue, int limit) {
        this.queue = queue;
        this.limit = limit;
    }

    /** Puts a message behind those of the same topic; see {@link ExchangeQueue#add}. */
    void add(String topic, Consumer<Exchange> fill, Function<Exchange, CompletionStage<?>> settle) {
        queue.add(this, topic, fill, settle);
    }

    /** Puts a message behind all others that were added in this way. */
    void addInOrder(Consumer<Exchange> fill, Function<Exchange, CompletionStage<?>> settle) {
        queue.add(this, this, fill, settle);
    }

    /** @return whether Camel has refused the exchange; see {@link ExchangeQueue#isRefusedByStop} */
    boolean isRefusedByStop(Exchange exchange) {
        return queue.isRefusedByStop(exchange);
    }

    /** @return whether what the cloud cannot keep for later has to be turned away */
    synchronized boolean isFull() {
        return size >= limit;
    }

    /** @return how many messages wait or are in the route */
    synchronized int size() {
        return size;
    }

    /** @return ends when no message waits or is in the route */
    synchronized CompletableFuture<Void> whenEmpty() {
        if (size == 0) {
            return CompletableFuture.completedFuture(null);
        }
        emptied = emptied == null ? new CompletableFuture<>() : emptied;
        return emptied;
    }

    synchronized void added() {
        size++;
    }

    void removed() {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            size--;
            if (size > 0 || emptied == null) {
                return;
            }
            waiting = emptied;
            emptied = null;
        }
        waiting.complete(null);
    }
}
