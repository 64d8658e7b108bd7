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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.DeviceNotConnectedException;

/**
 * One device and its one connection. Holds what is wanted (to be connected, the subscriptions) and what is
 * ({@link SessionState}), and makes the second follow the first: it connects with fresh credentials and a new client
 * object each time, subscribes, and starts over when the connection is lost, until it is closed.
 *
 * <p>Thread-safe. State changes run one at a time on the session's own serial executor; publishing does not pass
 * through it. Nothing here blocks.
 */
public final class DeviceSession {

    private final SessionSettings settings;
    private final Scheduler scheduler;
    private final SessionMachine machine;
    private final Map<Class<?>, Object> companions = new ConcurrentHashMap<>();

    /**
     * @param settings  how to connect
     * @param transport the MQTT library to connect with
     * @param runtime   executors, timers, clock
     */
    public DeviceSession(SessionSettings settings, MqttTransport transport, SessionRuntime runtime) {
        this.settings = settings;
        this.scheduler = runtime.scheduler();
        this.machine = new SessionMachine(settings, transport, runtime);
    }

    /** @return the device */
    public DeviceIdentity identity() {
        return settings.identity();
    }

    /** @return where the session is now */
    public SessionStatus status() {
        return machine.status();
    }

    /** @return whether a message published now can be sent */
    public boolean isConnected() {
        return machine.live() != null;
    }

    /** @return the topic filters wanted now */
    public Set<String> filters() {
        return machine.subscriptions().filters();
    }

    /**
     * Puts off the first attempt; to be called before {@link #start()}.
     *
     * @param earliest when the first attempt may come
     */
    void notBefore(Instant earliest) {
        machine.pacing().notBefore(earliest);
    }

    /** @return when the next attempt may come by the rule of the cloud, empty when there was none yet */
    Optional<Instant> earliestNextAttempt() {
        return machine.pacing().earliestNextAttempt();
    }

    /**
     * Begins to connect, if that has not begun yet.
     *
     * @return ends when the session is connected; fails with the reason when the attempt under way, or the next one
     *     after a delay, fails. The session itself goes on trying.
     */
    public CompletableFuture<Void> start() {
        return machine.start();
    }

    /**
     * Waits for a connection, over as many attempts as the time allows.
     *
     * @param limit how long to wait
     * @return ends when the session is connected, at once when it is; fails with {@link DeviceNotConnectedException}
     *     after the limit or when the session is closed
     */
    public CompletableFuture<Void> whenConnected(Duration limit) {
        CompletableFuture<Void> waiting = machine.connected().copy();
        if (!waiting.isDone()) {
            Scheduler.Cancellable timer = scheduler.after(limit, () -> waiting.completeExceptionally(notConnected()));
            waiting.whenComplete((done, failure) -> timer.cancel());
        }
        return waiting;
    }

    /**
     * Publishes on the connection of this moment, at once or when it is the message's turn under
     * {@link SessionSettings#maxPublishRate()}.
     *
     * @param topic   topic name
     * @param payload body, not to be changed any more
     * @param qos     0 or 1
     * @param limit   how long to wait for PUBACK, from the moment the message leaves
     * @return ends when sent (QoS 0) or confirmed (QoS 1). Fails with {@link DeviceNotConnectedException} when there is
     *     no connection or it is lost before PUBACK, with {@link java.util.concurrent.TimeoutException} after the limit,
     *     with {@link io.github.cameliotcloud.error.PublishQueueFullException} when 10,000 messages wait already.
     * @throws io.github.cameliotcloud.error.InvalidMessageException when payload or topic are larger than the cloud takes
     */
    public CompletableFuture<Void> publish(String topic, byte[] payload, int qos, Duration limit) {
        PublishLimits.check(topic, payload);
        LiveConnection connection = machine.live();
        return connection == null
                ? CompletableFuture.failedFuture(notConnected())
                : connection.publish(topic, payload, qos, limit);
    }

    /**
     * Makes the cloud of a persistent session deliver again what was not acknowledged, which it does on a new
     * connection only. Connects again after the reconnect delay; calls meanwhile do nothing.
     *
     * @param why for the log
     */
    public void requestRedelivery(String why) {
        machine.reconnect(machine.live(), why);
    }

    /**
     * Wants the messages of a filter, now and after each reconnect.
     *
     * @param filter  MQTT topic filter
     * @param qos     0 or 1
     * @param handler takes the messages
     * @return the wish, to be cancelled
     */
    public Subscription subscribe(String filter, int qos, MessageHandler handler) {
        return machine.subscriptions().want(filter, qos, handler);
    }

    /** @param listener to be told of each connect and loss from now on */
    public void addListener(SessionListener listener) {
        machine.listeners().add(listener);
    }

    /** @param listener not to be told any more */
    public void removeListener(SessionListener listener) {
        machine.listeners().remove(listener);
    }

    /**
     * Shares one object of a kind among all who use this session.
     *
     * @param type    the kind
     * @param factory makes the object when there is none yet
     * @param <T>     the kind
     * @return the session's one object of that kind
     */
    public <T> T companion(Class<T> type, Function<DeviceSession, T> factory) {
        return type.cast(companions.computeIfAbsent(type, key -> factory.apply(this)));
    }

    /**
     * Ends the session for good: what is unanswered fails, DISCONNECT is sent.
     *
     * @return ends when the connection and everything that belonged to it is gone; never fails
     */
    public CompletableFuture<Void> close() {
        return machine.close();
    }

    private DeviceNotConnectedException notConnected() {
        SessionStatus now = status();
        return new DeviceNotConnectedException(
                "Device " + identity() + " is not connected (" + now.state() + ")", now.lastError());
    }
}
