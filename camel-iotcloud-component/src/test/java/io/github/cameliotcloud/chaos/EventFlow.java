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
package io.github.cameliotcloud.chaos;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;

import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.simulator.ReceivedMessage;

/** Numbered events from a route of one device, which redelivers, to the cloud. */
final class EventFlow {

    private static final int MOST_ON_THEIR_WAY = 16;
    private static final int REDELIVERIES = 1000;
    private static final int REDELIVERY_DELAY_MILLIS = 10;

    private final Bench bench;
    private final String device;
    private final Ledger ledger;
    private final Window window = new Window(MOST_ON_THEIR_WAY);
    private final AtomicInteger completed = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private EventFlow(Bench bench, String device, Ledger ledger) {
        this.bench = bench;
        this.device = device;
        this.ledger = ledger;
    }

    static EventFlow start(Bench bench, Run run, String device, String... options) throws Exception {
        bench.route(routes -> {
            routes.onException(DeviceNotConnectedException.class, ExchangeTimedOutException.class)
                    .maximumRedeliveries(REDELIVERIES)
                    .redeliveryDelay(REDELIVERY_DELAY_MILLIS)
                    .logRetryAttempted(false);
            routes.from("direct:" + device).to(bench.uri(device, "event", options));
        });
        return new EventFlow(bench, device, run.ledger());
    }

    int completed() {
        return completed.get();
    }

    /** @return of exchanges that failed in spite of redelivery */
    List<Throwable> failures() {
        return failures;
    }

    void send() throws InterruptedException {
        window.enter();
        String number = String.valueOf(ledger.next());
        bench.template()
                .asyncSend("direct:" + device, exchange -> exchange.getMessage().setBody(number))
                .whenComplete(this::ended);
    }

    private void ended(Exchange exchange, Throwable failure) {
        Throwable reason = failure == null ? exchange.getException() : failure;
        if (reason != null) {
            failures.add(reason);
        }
        completed.incrementAndGet();
        window.leave();
    }

    /** Waits until all exchanges have ended, then looks what the cloud has got. */
    void awaitEnd() throws InterruptedException {
        window.drain();
        takeReceived();
    }

    void takeReceived() {
        bench.cloud().received(Bench.PRODUCT, device, "event").stream()
                .map(ReceivedMessage::text)
                .mapToInt(Integer::parseInt)
                .forEach(ledger::seen);
    }
}
