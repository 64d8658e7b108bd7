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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.session.Scheduler.Cancellable;

/**
 * Makes the state of a session follow what is wanted. What happens is brought onto one serial executor, so transitions
 * need no lock; the states and their order are drawn at {@link SessionState}.
 */
final class SessionMachine {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);

    private final SessionSettings settings;
    private final MqttTransport transport;
    private final SessionRuntime runtime;
    private final Executor actor;
    private final ReconnectPolicy reconnectPolicy;
    private final ConnectPacing pacing;
    private final StatusTracker status;
    private final Subscriptions subscriptions;
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final Outcome outcome = new Outcome();
    private final Attempt.Events events = new AttemptEvents();

    private volatile LiveConnection live;

    // touched by the actor only
    private Attempt attempt;
    private Cancellable nextAttempt = () -> {};

    SessionMachine(SessionSettings settings, MqttTransport transport, SessionRuntime runtime) {
        this.settings = settings;
        this.transport = transport;
        this.runtime = runtime;
        this.actor = new SerialExecutor(runtime.executor());
        this.reconnectPolicy =
                new ReconnectPolicy(settings.reconnectDelay(), settings.maxReconnectDelay(), runtime.random());
        this.pacing = new ConnectPacing(runtime.clock(), settings.reconnectDelay());
        this.status = new StatusTracker(settings.identity(), runtime);
        this.subscriptions = new Subscriptions(settings, runtime.clock(), actor, () -> live);
    }

    SessionStatus status() {
        return status.status();
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    List<SessionListener> listeners() {
        return listeners;
    }

    /** @return the connection of this moment, null when there is none */
    LiveConnection live() {
        return live;
    }

    CompletableFuture<Void> start() {
        CompletableFuture<Void> next = outcome.nextAttempt();
        actor.execute(() -> {
            if (status.is(SessionState.IDLE)) {
                Duration wait = pacing.untilFirstAttempt();
                if (wait.isNegative() || wait.isZero()) {
                    connectInTurn();
                } else {
                    status.delayed(wait.toMillis());
                    after(wait, this::connectInTurn);
                }
            }
        });
        return next;
    }

    ConnectPacing pacing() {
        return pacing;
    }

    CompletableFuture<Void> connected() {
        return outcome.connected();
    }

    CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        actor.execute(() -> endForGood().whenComplete((done, failure) -> closed.complete(null)));
        return closed;
    }

    private CompletionStage<Void> endForGood() {
        if (status.is(SessionState.CLOSED)) {
            return CompletableFuture.completedFuture(null);
        }
        RuntimeException reason = new DeviceNotConnectedException("Device " + settings.identity() + " was closed");
        LiveConnection last = live;
        Attempt pending = attempt;
        attempt = null;
        nextAttempt.cancel();
        status.closed();
        dropConnection(reason);
        outcome.closed(reason);
        if (last != null) {
            return last.disconnect();
        }
        return pending == null ? CompletableFuture.completedFuture(null) : pending.over();
    }

    /** Ends the connection of this moment, if it is still the one meant, and makes a new one after a delay. */
    void reconnect(LiveConnection meant, String why) {
        actor.execute(() -> {
            if (meant != null && live == meant) {
                DeviceNotConnectedException reason =
                        new DeviceNotConnectedException("Device " + settings.identity() + " reconnects: " + why);
                Duration lived = Duration.between(meant.since(), runtime.clock().instant());
                dropConnection(reason);
                outcome.forgetSuccess();
                meant.disconnect();
                retry(SessionState.BACKING_OFF, reconnectPolicy.afterRedeliveryRequest(lived), reason);
            }
        });
    }

    private void connectInTurn() {
        Duration wait = runtime.connectRate().takeTurn();
        if (wait.isZero()) {
            connect();
        } else {
            status.waitingForTurn();
            after(wait, this::connect);
        }
    }

    private void connect() {
        status.attempting();
        pacing.attempting();
        attempt = new Attempt(events);
        attempt.begin(settings, transport, runtime);
    }

    private void connected(Attempt connected, MqttConnection connection) {
        LiveConnection current = new LiveConnection(connection, settings, runtime);
        live = current;
        status.syncing();
        if (connected.lossCause() != null) {
            lost(connected.lossCause());
            return;
        }
        subscriptions
                .subscribeAll(current)
                .whenComplete((done, failure) -> actor.execute(() -> {
                    if (live == current) {
                        status.connected(settings.brokerUrl());
                        subscriptions.connected(current);
                        outcome.succeeded();
                        listeners.forEach(SessionListener::connected);
                    }
                }));
    }

    private void connectFailed(Throwable failure) {
        RuntimeException reason = ConnectFailures.explain(settings, runtime.clock(), failure);
        if (ConnectFailures.isRefusal(reason)) {
            retry(SessionState.REFUSED, reconnectPolicy.afterRefusal(), reason);
        } else {
            retry(SessionState.BACKING_OFF, reconnectPolicy.afterFailure(), reason);
        }
        outcome.failed(reason);
    }

    private void lost(Throwable cause) {
        Duration lived = Duration.between(live.since(), runtime.clock().instant());
        RuntimeException reason = new DeviceNotConnectedException(
                "Device " + settings.identity() + " lost its connection after " + lived.toMillis() + " ms", cause);
        boolean wasConnected = status.is(SessionState.CONNECTED);
        dropConnection(reason);
        retry(SessionState.BACKING_OFF, reconnectPolicy.afterLoss(lived), reason);
        if (wasConnected) {
            outcome.forgetSuccess();
        } else {
            outcome.failed(reason);
        }
        if (reconnectPolicy.looksLikeSecondLogin()) {
            status.warnOfSecondLogin();
        }
    }

    private void dropConnection(RuntimeException reason) {
        LiveConnection ended = live;
        live = null;
        if (ended != null) {
            ended.end(reason);
            subscriptions.connectionEnded();
            listeners.forEach(SessionListener::disconnected);
        }
    }

    private void retry(SessionState waiting, Duration delay, RuntimeException reason) {
        attempt = null;
        status.waiting(waiting, reason, delay.toMillis());
        after(delay, this::connectInTurn);
    }

    private void after(Duration delay, Runnable next) {
        nextAttempt = runtime.scheduler()
                .after(
                        delay,
                        () -> actor.execute(() -> {
                            if (status.is(SessionState.BACKING_OFF) || status.is(SessionState.REFUSED)) {
                                next.run();
                            }
                        }));
    }

    /** Brings what an attempt reports onto the actor, and keeps out what an old attempt says late. */
    private final class AttemptEvents implements Attempt.Events {

        @Override
        public void opened(Attempt by, MqttConnection connection) {
            actor.execute(() -> {
                if (by == attempt) {
                    connected(by, connection);
                } else {
                    by.discard(connection);
                }
            });
        }

        @Override
        public void failed(Attempt by, Throwable failure) {
            actor.execute(() -> {
                if (by == attempt && live == null) {
                    connectFailed(failure);
                }
            });
        }

        @Override
        public void lost(Attempt by, Throwable cause) {
            actor.execute(() -> {
                if (by == attempt && live != null) {
                    SessionMachine.this.lost(cause);
                }
            });
        }

        @Override
        public void arrived(InboundMessage message) {
            try {
                subscriptions.route(message);
            } catch (RuntimeException e) {
                LOG.error(
                        "Device {}: a message on {} could not be handed over",
                        settings.identity(),
                        message.printableTopic(),
                        e);
            }
        }
    }
}
