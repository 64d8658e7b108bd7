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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.error.MalformedMessageException;

class ExchangeQueueTest extends CamelTestSupport {

    private final Queue<Runnable> pool = new ArrayDeque<>();
    private final List<AsyncCallback> inWork = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private DefaultConsumer consumer;

    @BeforeEach
    void makeConsumer() throws Exception {
        consumer = new DefaultConsumer(context.getEndpoint("mock:any"), new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                begun.add(exchange.getMessage().getBody(String.class));
                inWork.add(callback);
                return false;
            }
        });
    }

    @Test
    void nothingRunsOnTheThreadThatAdds() {
        add(share(10), "a", "1");
        assertThat(begun).isEmpty();
        runPool();
        assertThat(begun).containsExactly("1");
    }

    @Test
    void messagesOfOneLaneWaitForEachOther() {
        QueueShare queue = share(10);
        add(queue, "a", "1");
        add(queue, "a", "2");
        runPool();
        assertThat(begun).containsExactly("1");
        endFirst();
        assertThat(begun).containsExactly("1", "2");
        endFirst();
        assertThat(queue.size()).isZero();
    }

    @Test
    void lanesGoSideBySideUpToTheLimit() {
        QueueShare queue = share(2);
        for (String lane : List.of("a", "b", "c")) {
            add(queue, lane, lane);
        }
        runPool();
        assertThat(begun).containsExactly("a", "b");
        endFirst();
        assertThat(begun).containsExactly("a", "b", "c");
        assertThat(queue.size()).isEqualTo(2);
    }

    @Test
    void nextMessageWaitsUntilTheLastIsSettled() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        QueueShare queue = share(10);
        queue.add("a", exchange -> exchange.getMessage().setBody("1"), exchange -> settled);
        add(queue, "a", "2");
        runPool();
        endFirst();
        assertThat(begun).containsExactly("1");
        settled.complete(null);
        runPool();
        assertThat(begun).containsExactly("1", "2");
    }

    @Test
    void closedQueueBeginsNothingMore() {
        ExchangeQueue exchanges = new ExchangeQueue(consumer, pool::add, 1);
        QueueShare queue = new QueueShare(exchanges, QueueShare.OF_ONE_DEVICE);
        add(queue, "a", "1");
        add(queue, "a", "2");
        add(queue, "b", "3");
        runPool();
        CompletableFuture<Void> closed = exchanges.close();
        add(queue, "c", "4");
        assertThat(queue.size()).as("in work").isOne();
        assertThat(closed).isNotDone();
        endFirst();
        assertThat(begun).containsExactly("1");
        assertThat(closed).isDone();
        assertThat(queue.size()).isZero();
        assertThat(exchanges.size()).isZero();
    }

    @Test
    void queueThatIsClosedBeforeThePoolBeginsIsDoneWhenThePoolHasSeenIt() {
        ExchangeQueue exchanges = new ExchangeQueue(consumer, pool::add, 10);
        add(new QueueShare(exchanges, QueueShare.OF_ONE_DEVICE), "a", "1");
        CompletableFuture<Void> closed = exchanges.close();
        runPool();
        assertThat(begun).isEmpty();
        assertThat(closed).isDone();
    }

    @Test
    void exchangeThatAStoppedRouteHasRefusedIsToldFromOneThatHasFailed() throws Exception {
        QueueShare queue = share(10);
        Exchange exchange = consumer.createExchange(false);
        exchange.setException(new RejectedExecutionException());
        ServiceHelper.startService(consumer.getProcessor());
        assertThat(queue.isRefusedByStop(exchange)).as("while the route runs").isFalse();

        ServiceHelper.stopService(consumer.getProcessor());
        assertThat(queue.isRefusedByStop(exchange)).isTrue();
        exchange.setException(new IllegalStateException("of the route itself"));
        assertThat(queue.isRefusedByStop(exchange)).isFalse();
    }

    @Test
    void exceptionHandlerThatFailsItselfDoesNotStopTheLane() {
        consumer.setExceptionHandler(new LoggingExceptionHandler(context, getClass()) {
            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                throw new IllegalStateException("the user's");
            }
        });
        QueueShare queue = share(10);
        queue.add(
                "a",
                exchange -> {
                    throw new MalformedMessageException("x");
                },
                exchange -> CompletableFuture.completedFuture(null));
        add(queue, "a", "2");
        runPool();
        assertThat(begun).containsExactly("2");
    }

    @Test
    void queueIsFullWhenTenThousandWait() {
        QueueShare queue = share(10);
        for (int i = 0; i < 9_999; i++) {
            add(queue, "a", "x");
        }
        assertThat(queue.isFull()).isFalse();
        add(queue, "a", "x");
        assertThat(queue.isFull()).isTrue();
    }

    @Test
    void deviceThatFillsItsShareLeavesRoomForOthers() {
        ExchangeQueue queue = new ExchangeQueue(consumer, pool::add, 10);
        QueueShare busy = new QueueShare(queue, 2);
        QueueShare calm = new QueueShare(queue, 2);
        add(busy, "a", "1");
        add(busy, "a", "2");
        assertThat(busy.isFull()).isTrue();
        assertThat(calm.isFull()).isFalse();
        add(calm, "b", "3");
        runPool();
        assertThat(begun).containsExactly("1", "3");
    }

    @Test
    void shareIsEmptyWhenItsLastMessageIsSettled() {
        QueueShare queue = share(10);
        assertThat(queue.whenEmpty()).isCompleted();
        add(queue, "a", "1");
        add(queue, "a", "2");
        CompletableFuture<Void> empty = queue.whenEmpty();
        runPool();
        endFirst();
        assertThat(empty).isNotDone();
        endFirst();
        assertThat(empty).isCompleted();
    }

    private QueueShare share(int maxInFlight) {
        return new QueueShare(new ExchangeQueue(consumer, pool::add, maxInFlight), QueueShare.OF_ONE_DEVICE);
    }

    private void add(QueueShare queue, String lane, String body) {
        queue.add(
                lane,
                exchange -> exchange.getMessage().setBody(body),
                exchange -> CompletableFuture.completedFuture(null));
    }

    private void endFirst() {
        inWork.remove(0).done(false);
        runPool();
    }

    private void runPool() {
        while (!pool.isEmpty()) {
            pool.remove().run();
        }
    }
}
