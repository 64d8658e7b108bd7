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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One filter of a session: who wants it, and whether the cloud has granted it on this connection. */
final class SubscriptionEntry {

    private final String filter;
    private final List<MessageHandler> handlers = new CopyOnWriteArrayList<>();
    private volatile int qos;
    private volatile CompletableFuture<Void> granted = new CompletableFuture<>();

    SubscriptionEntry(String filter) {
        this.filter = filter;
    }

    String filter() {
        return filter;
    }

    int qos() {
        return qos;
    }

    CompletableFuture<Void> granted() {
        return granted;
    }

    /** A new connection knows nothing of what was granted on the last one. */
    void forgetGrant() {
        if (granted.isDone()) {
            granted = new CompletableFuture<>();
        }
    }

    boolean isGranted() {
        return granted.isDone() && !granted.isCompletedExceptionally();
    }

    void add(MessageHandler handler, int wantedQos) {
        handlers.add(handler);
        if (wantedQos > qos) {
            qos = wantedQos;
            forgetGrant();
        }
    }

    /** @return true when nobody wants this filter any more */
    boolean remove(MessageHandler handler) {
        handlers.remove(handler);
        return handlers.isEmpty();
    }

    /** @return false when nobody takes the message */
    boolean deliver(InboundMessage message) {
        MessageHandler[] takers = handlers.toArray(MessageHandler[]::new);
        if (takers.length == 1) {
            takers[0].handle(message);
        } else if (takers.length > 1) {
            InboundMessage shared = acknowledgedByTheLastOf(takers.length, message);
            for (MessageHandler taker : takers) {
                taker.handle(shared);
            }
        }
        return takers.length > 0;
    }

    private static InboundMessage acknowledgedByTheLastOf(int takers, InboundMessage message) {
        AtomicInteger unfinished = new AtomicInteger(takers);
        return new InboundMessage(message.topic(), message.payload(), message.qos(), message.duplicate(), () -> {
            if (unfinished.decrementAndGet() == 0) {
                message.acknowledge();
            }
        });
    }
}
