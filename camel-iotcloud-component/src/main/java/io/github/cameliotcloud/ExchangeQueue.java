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

import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;

/**
 * Runs the messages of one consumer through its route, one after the other and in the order they came, on Camel's pool
 * and never on the thread that brings them.
 */
final class ExchangeQueue {

    private record Delivery(Consumer<Exchange> fill, Function<Exchange, CompletionStage<?>> settle) {}

    private final DefaultConsumer consumer;
    private final Executor pool;
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unfinished = new AtomicInteger();

    ExchangeQueue(DefaultConsumer consumer, Executor pool) {
        this.consumer = consumer;
        this.pool = pool;
    }

    /**
     * Puts a message into the queue; returns at once.
     *
     * @param fill   gives the exchange its message
     * @param settle called when the route is done, with or without failure; the next message waits for its end
     */
    void add(Consumer<Exchange> fill, Function<Exchange, CompletionStage<?>> settle) {
        deliveries.add(new Delivery(fill, settle));
        if (unfinished.getAndIncrement() == 0) {
            pool.execute(this::drain);
        }
    }

    /** @return how many messages wait or are in the route */
    int size() {
        return unfinished.get();
    }

    private void drain() {
        boolean more = true;
        while (more) {
            Steps steps = new Steps();
            process(deliveries.remove(), steps);
            more = steps.doneBeforeReturn() && unfinished.decrementAndGet() > 0;
        }
    }

    private void process(Delivery delivery, Steps steps) {
        Exchange exchange = consumer.createExchange(false);
        try {
            delivery.fill().accept(exchange);
            consumer.getAsyncProcessor().process(exchange, doneSync -> settle(delivery, exchange, steps));
        } catch (RuntimeException e) {
            exchange.setException(e);
            settle(delivery, exchange, steps);
        }
    }

    private void settle(Delivery delivery, Exchange exchange, Steps steps) {
        if (exchange.getException() != null) {
            consumer.getExceptionHandler()
                    .handleException(
                            "Error processing message of " + consumer.getEndpoint(), exchange, exchange.getException());
        }
        delivery.settle().apply(exchange).whenComplete((done, failure) -> {
            consumer.releaseExchange(exchange, false);
            if (steps.doneAfterReturn() && unfinished.decrementAndGet() > 0) {
                pool.execute(this::drain);
            }
        });
    }

    /** Tells which of two came first: the end of a delivery, or the return of the call that began it. */
    private static final class Steps {
        private final AtomicInteger first = new AtomicInteger();

        boolean doneBeforeReturn() {
            return !first.compareAndSet(0, 1);
        }

        boolean doneAfterReturn() {
            return !first.compareAndSet(0, 2);
        }
    }
}
