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
import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import io.github.cameliotcloud.session.DeviceSession;

/**
 * What a producer sends over: a share in the device's session. Once closed it takes no more exchanges, but those in work
 * still get their answers: Camel's cache of producers stops what it evicts without regard for them.
 */
final class ProducerLink {

    private final IotCloudEndpoint endpoint;
    private final DeviceLink link;
    private final Outlet outlet;
    private CompletableFuture<Void> firstAttempt;
    private int inWork;
    private boolean closed;
    private boolean released;

    private ProducerLink(IotCloudEndpoint endpoint, DeviceLink link) {
        this.endpoint = endpoint;
        this.link = link;
        this.outlet = endpoint.getChannel() == Channel.SHADOW
                ? new ShadowOutlet(endpoint, link)
                : new TopicOutlet(endpoint, link);
    }

    /** Takes a share in the session and begins to connect it, without waiting for that. */
    static ProducerLink open(IotCloudEndpoint endpoint) {
        DeviceLink link = DeviceLink.open(endpoint);
        try {
            ProducerLink opened = new ProducerLink(endpoint, link);
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

    DeviceSession session() {
        return link.session();
    }

    boolean isGranted() {
        return outlet.isGranted();
    }

    /**
     * Registers an exchange, whose end is to be told with {@link #end()}.
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

    CompletableFuture<Consumer<Message>> send(Exchange exchange) throws Exception {
        return outlet.send(exchange);
    }

    CompletableFuture<Consumer<Message>> sendWhenConnected(Exchange exchange) {
        return session().whenConnected(endpoint.requestTimeout()).thenCompose(connected -> {
            try {
                return send(exchange);
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    void end() {
        synchronized (this) {
            inWork--;
            if (!closed || inWork > 0 || released) {
                return;
            }
            released = true;
        }
        outlet.close();
        link.release();
    }

    /** Takes no more exchanges. Does not wait: a route that evicts a producer has its own message to send. */
    void close() {
        synchronized (this) {
            closed = true;
            if (released || inWork > 0) {
                return;
            }
            released = true;
        }
        outlet.close();
        link.release();
    }

    /** Ends exchanges in work too, and waits, within a bound, until a session that nobody else uses is closed. */
    void closeNow() {
        synchronized (this) {
            closed = true;
            if (released) {
                return;
            }
            released = true;
        }
        outlet.close();
        link.close();
    }
}
