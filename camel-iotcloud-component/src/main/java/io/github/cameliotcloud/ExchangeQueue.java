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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.camel.Exchange;
import org.apache.camel.StatefulService;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the messages of one consumer through its route on Camel's pool, never on the thread that brings them. Messages
 * of one lane go one after the other, in the order they came; different lanes go side by side up to a limit.
 */
final class ExchangeQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeQueue.class);

    private record Delivery(QueueShare share, Consumer<Exchange> fill, Function<Exchange, CompletionStage<?>> settle) {}

    private final DefaultConsumer consumer;
    private final Executor pool;
    private final int maxInFlight;

    // guarded by this; a lane is in the map while it has messages, and among the waiting while none is in work
    private final Map<Object, Queue<Delivery>> lanes = new HashMap<>();
    private final Queue<Object> waitingLanes = new ArrayDeque<>();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private int inWork;
    private int size;
    private boolean closed;

    /** @param maxInFlight how many exchanges may be in work at the same time */
    ExchangeQueue(DefaultConsumer consumer, Executor pool, int maxInFlight) {
        this.consumer = consumer;
        this.pool = pool;
        this.maxInFlight = maxInFlight;
    }

    /**
     * Puts a message into the queue; returns at once.
     *
     * @param share  whose message it is
     * @param lane   messages of the same lane keep their order; lanes of different shares are different
     * @param fill   gives the exchange its message
     * @param settle called when the route is done, with or without failure; the lane's next message waits for its end
     */
    void add(QueueShare share, Object lane, Consumer<Exchange> fill, Function<Exchange, CompletionStage<?>> settle) {
        boolean start;
        synchronized (this) {
            if (closed) {
                return; // not acknowledged: the cloud has it still
            }
            share.added();
            size++;
            Queue<Delivery> deliveries = lanes.get(lane);
            if (deliveries == null) {
                deliveries = new ArrayDeque<>();
                lanes.put(lane, deliveries);
                waitingLanes.add(lane);
            }
            deliveries.add(new Delivery(share, fill, settle));
            start = !waitingLanes.isEmpty() && inWork < maxInFlight;
            if (start) {
                inWork++;
            }
        }
        if (start) {
            pool.execute(() -> work(nextLane()));
        }
    }

    /** @return how many messages wait or are in the route */
    synchronized int size() {
        return size;
    }

    /**
     * Begins no more exchanges. Messages that wait are left to the cloud, which was not told that they came; those of
     * QoS 0 it has not any more.
     *
     * @return ends when the exchanges in work have ended
     */
    CompletableFuture<Void> close() {
        List<Delivery> left = new ArrayList<>();
        synchronized (this) {
            closed = true;
            Set<Object> waiting = Set.copyOf(waitingLanes);
            lanes.forEach((lane, deliveries) -> {
                Delivery inWorkNow = waiting.contains(lane) ? null : deliveries.remove();
                left.addAll(deliveries);
                deliveries.clear();
                if (inWorkNow != null) {
                    deliveries.add(inWorkNow);
                }
            });
            size -= left.size();
            waitingLanes.clear();
            lanes.values().removeIf(Queue::isEmpty);
        }
        left.forEach(delivery -> delivery.share().removed());
        if (!left.isEmpty()) {
            LOG.info(
                    "{}: {} messages that waited for the route are left to the cloud, which keeps QoS 1 and what is desired",
                    consumer.getEndpoint(),
                    left.size());
        }
        endIfIdle();
        return idle;
    }

    /**
     * Whether Camel has not let an exchange through the route because that stops. {@code master:} stops its route before
     * the consumer, so this happens to messages that come in between.
     */
    boolean isRefusedByStop(Exchange exchange) {
        return exchange.getException() instanceof RejectedExecutionException
                && consumer.getProcessor() instanceof StatefulService route
                && (route.isStopping() || route.isStopped());
    }

    private void endIfIdle() {
        boolean ended;
        synchronized (this) {
            ended = closed && inWork == 0;
        }
        if (ended) {
            idle.complete(null);
        }
    }

    /** Serves lanes until there is none left, or until a route goes on elsewhere; its end then continues here. */
    private void work(Object firstLane) {
        Object lane = firstLane;
        while (lane != null) {
            Steps steps = new Steps();
            process(lane, steps);
            if (!steps.doneBeforeReturn()) {
                return;
            }
            lane = finished(lane);
        }
        endIfIdle();
    }

    private synchronized Object nextLane() {
        Object lane = waitingLanes.poll();
        if (lane == null) {
            inWork--;
        }
        return lane;
    }

    /** @return the lane to go on with: its turn comes again after those that wait */
    private Object finished(Object lane) {
        Delivery done;
        Object next;
        synchronized (this) {
            size--;
            Queue<Delivery> deliveries = lanes.get(lane);
            done = deliveries.remove();
            if (deliveries.isEmpty()) {
                lanes.remove(lane);
            } else {
                waitingLanes.add(lane);
            }
            next = nextLane();
        }
        done.share().removed();
        return next;
    }

    private synchronized Delivery first(Object lane) {
        return lanes.get(lane).element();
    }

    private void process(Object lane, Steps steps) {
        Delivery delivery = first(lane);
        Exchange exchange = consumer.createExchange(false);
        try {
            delivery.fill().accept(exchange);
            consumer.getAsyncProcessor().process(exchange, doneSync -> settle(lane, delivery, exchange, steps));
        } catch (RuntimeException e) {
            exchange.setException(e);
            settle(lane, delivery, exchange, steps);
        }
    }

    private void settle(Object lane, Delivery delivery, Exchange exchange, Steps steps) {
        if (exchange.getException() != null) {
            handleException(exchange);
        }
        delivery.settle().apply(exchange).whenComplete((done, failure) -> {
            consumer.releaseExchange(exchange, false);
            if (steps.doneAfterReturn()) {
                Object next = finished(lane);
                if (next != null) {
                    pool.execute(() -> work(next));
                } else {
                    endIfIdle();
                }
            }
        });
    }

    private void handleException(Exchange exchange) {
        try {
            consumer.getExceptionHandler()
                    .handleException(
                            "Error processing message of " + consumer.getEndpoint(), exchange, exchange.getException());
        } catch (RuntimeException e) { // the user's own; it must not stop the lane
            LOG.error("The exception handler of {} has failed itself", consumer.getEndpoint(), e);
        }
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
