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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.session.LogLimit;
import io.github.cameliotcloud.session.SessionState;
import io.github.cameliotcloud.session.Subscription;
import io.github.cameliotcloud.shadow.DeltaConfirmation;
import io.github.cameliotcloud.shadow.DeltaSequence;
import io.github.cameliotcloud.shadow.ShadowDelta;
import io.github.cameliotcloud.shadow.ShadowListener;
import io.github.cameliotcloud.shadow.ShadowReply;

/** The deltas of a shadow, pushed or found after a connect, and on request the replies. */
final class ShadowInlet implements Inlet, ShadowListener {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowInlet.class);

    private final IotCloudEndpoint endpoint;
    private final IotCloudConfiguration options;
    private final DeviceLink link;
    private final QueueShare queue;
    private final AtomicBoolean missed = new AtomicBoolean();
    private final DeltaSequence sequence = new DeltaSequence();
    private final DeltaConfirmation confirmation;
    private final DeltaConfirmations confirmations;
    private final ShadowSync sync;
    private final LogLimit drops;
    private Subscription subscription;

    ShadowInlet(IotCloudEndpoint endpoint, DeviceLink link, QueueShare queue, ExceptionHandler exceptionHandler) {
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.link = link;
        this.queue = queue;
        this.drops = new LogLimit(endpoint.getComponent().time());
        this.confirmation = new DeltaConfirmation(link.shadow(), endpoint.requestTimeout());
        this.confirmations = new DeltaConfirmations(this::tellCloud, exceptionHandler);
        this.sync = new ShadowSync(link.shadow(), endpoint.requestTimeout(), this::found, exceptionHandler);
    }

    @Override
    public void open() {
        sync.setWanted(true);
        link.shadow().addListener(this);
        if (subscription == null) {
            subscription = link.shadow().subscribe();
            link.session().addListener(confirmations);
        }
        if (options.isSyncOnConnect()) {
            link.session().addListener(sync);
            subscription.granted().thenRun(this::syncUnlessConnecting);
        }
    }

    /** A session that is about to be connected says so to the listener, and one request is enough. */
    private void syncUnlessConnecting() {
        if (link.session().status().state() == SessionState.CONNECTED) {
            sync.request();
        }
    }

    @Override
    public boolean isGranted() {
        return link.isGranted(subscription);
    }

    @Override
    public void awaitGranted() throws Exception {
        link.await(subscription);
    }

    /** Stays subscribed: the exchanges in work still tell the cloud what they did, and need its replies. */
    @Override
    public void pause() {
        sync.setWanted(false);
        link.session().removeListener(sync);
        link.shadow().removeListener(this);
    }

    @Override
    public void close() {
        pause();
        link.session().removeListener(confirmations);
        confirmations.close();
        if (subscription != null) {
            subscription.cancel();
            subscription = null;
        }
    }

    @Override
    public void delta(ShadowDelta delta) {
        if (queue.isFull()) {
            missed.set(true);
            return;
        }
        switch (sequence.pushed(delta)) {
            case DELIVER -> deliver(delta);
            case DUPLICATE -> LOG.debug("Device {}: version {} was seen before", link.device(), delta.version());
            case ASK -> sync.request();
        }
    }

    @Override
    public void reply(ShadowReply reply) {
        if (options.getEvents() == ShadowEvents.ALL) {
            addUnlessFull(exchange -> ShadowHeaders.write(exchange.getMessage(), link.device(), reply));
        }
    }

    /** Takes its turn like any message, so that a flood of them waits in the queue and not in memory at large. */
    @Override
    public void malformed(MalformedMessageException failure, byte[] payload) {
        addUnlessFull(exchange -> {
            exchange.getMessage().setBody(payload);
            throw failure;
        });
    }

    private void addUnlessFull(Consumer<Exchange> fill) {
        if (queue.isFull()) {
            drops.log(count -> LOG.warn(
                    "Device {}: shadow messages are dropped, {} wait for the route already ({} dropped)",
                    link.device(),
                    queue.size(),
                    count));
            return;
        }
        queue.addInOrder(fill, exchange -> CompletableFuture.completedFuture(null));
    }

    private void found(ShadowReply document) {
        sequence.found(document).ifPresent(this::deliver);
    }

    private void deliver(ShadowDelta delta) {
        endpoint.getComponent().meters().delta();
        queue.addInOrder(exchange -> ShadowHeaders.write(exchange.getMessage(), link.device(), delta), exchange -> {
            if (missed.compareAndSet(true, false)) {
                sync.request(); // there is room again, and the document has what was turned away
            }
            return exchange.isFailed() ? CompletableFuture.completedFuture(null) : confirmations.confirm(delta);
        });
    }

    private CompletableFuture<Boolean> tellCloud(ShadowDelta delta) {
        return switch (options.getOnSuccess()) {
            case NONE -> CompletableFuture.completedFuture(true);
            case CLEAR -> confirmation.clear(delta);
            case REPORT -> confirmation.report(delta);
        };
    }
}
