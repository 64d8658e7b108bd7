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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.session.Scheduler;

/**
 * What a producer sends over: a share in the device's session. Once closed it takes no more exchanges, but those in work
 * still get their answers: Camel's cache of producers stops what it evicts without regard for them.
 */
final class ProducerLink implements DeviceMember {

    private final IotCloudEndpoint endpoint;
    private final DeviceLink link;
    private final Outlet outlet;
    private final boolean waits;
    private final Scheduler time;
    private CompletableFuture<Void> firstAttempt;
    private int inWork;
    private long idleSince;
    private boolean closed;
    private boolean released;

    private ProducerLink(IotCloudEndpoint endpoint, DeviceLink link, boolean waits) {
        this.endpoint = endpoint;
        this.link = link;
        this.waits = waits;
        this.time = endpoint.getComponent().pools().runtime().scheduler();
        this.idleSince = time.nanoTime();
        this.outlet = endpoint.getChannel() == Channel.SHADOW
                ? new ShadowOutlet(endpoint, link)
                : new TopicOutlet(endpoint, link);
    }

    /** Takes a share in the session and begins to connect it, without waiting for that. */
    static ProducerLink open(IotCloudEndpoint endpoint, DeviceIdentity device) {
        return open(endpoint, device, endpoint.getConfiguration().getOfflinePolicy() != OfflinePolicy.FAIL);
    }

    /** The same for one exchange, or those that come soon: they wait for the connection, whatever the offlinePolicy. */
    static ProducerLink openOnDemand(IotCloudEndpoint endpoint, DeviceIdentity device) {
        ProducerLink link = open(endpoint, device, true);
        link.begin();
        return link;
    }

    private static ProducerLink open(IotCloudEndpoint endpoint, DeviceIdentity device, boolean waits) {
        DeviceLink link = DeviceLink.open(endpoint, device);
        try {
            ProducerLink opened = new ProducerLink(endpoint, link, waits);
            opened.outlet.open();
            opened.firstAttempt = link.session().start();
            return opened;
        } catch (RuntimeException e) {
            link.close();
            throw e;
        }
    }

    /** Blocks the starting thread, within a bound, until messages can be sent. */
    void awaitReady() throws Exception {
        link.awaitConnected(firstAttempt);
        outlet.awaitGranted();
    }

    @Override
    public DeviceSession session() {
        return link.session();
    }

    @Override
    public boolean isGranted() {
        return outlet.isGranted();
    }

    /**
     * Registers an exchange, which is to be given to {@link #send} then.
     *
     * @return false when this link takes no more exchanges
     */
    synchronized boolean begin() {
        if (closed) {
            return false;
        }
        inWork++;
        return true;
    }

    /**
     * Sends an exchange that has been registered, and tells its end.
     *
     * @return ends with what the cloud's answer writes into the exchange's message
     */
    CompletableFuture<Consumer<Message>> send(Exchange exchange) throws Exception {
        try {
            CompletableFuture<Consumer<Message>> answer =
                    waits && !session().isConnected() ? sendWhenConnected(exchange) : outlet.send(exchange);
            return answer.whenComplete((done, failure) -> end());
        } catch (Exception e) {
            end();
            throw e;
        }
    }

    private CompletableFuture<Consumer<Message>> sendWhenConnected(Exchange exchange) {
        return session().whenConnected(endpoint.requestTimeout()).thenCompose(connected -> {
            try {
                return outlet.send(exchange);
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    private void end() {
        synchronized (this) {
            inWork--;
            idleSince = time.nanoTime();
        }
        releaseWhenIdle();
    }

    /** @return how long no exchange has been in work, zero while one is */
    synchronized Duration idle() {
        return inWork > 0 ? Duration.ZERO : Duration.ofNanos(time.nanoTime() - idleSince);
    }

    /** Takes no more exchanges. Does not wait: a route that evicts a producer has its own message to send. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        releaseWhenIdle();
    }

    /**
     * Ends exchanges in work too.
     *
     * @return ends when a session that nobody else uses is closed
     */
    CompletableFuture<Void> closeNow() {
        synchronized (this) {
            closed = true;
            if (released) {
                return CompletableFuture.completedFuture(null);
            }
            released = true;
        }
        // first, because a session that ends with this needs no UNSUBSCRIBE
        CompletableFuture<Void> ended = link.release();
        outlet.close();
        return ended;
    }

    private void releaseWhenIdle() {
        synchronized (this) {
            if (!closed || inWork > 0 || released) {
                return;
            }
            released = true;
        }
        link.release();
        outlet.close();
    }
}
