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
package io.github.cameliotcloud.shadow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.error.ShadowVersionConflictException;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.session.InboundMessage;
import io.github.cameliotcloud.session.Scheduler;
import io.github.cameliotcloud.session.SessionListener;
import io.github.cameliotcloud.session.Subscription;

/**
 * The shadow of one device over its session: requests are matched with replies by client token, everything else goes
 * to listeners (protocol.md section 5). One client serves all endpoints of the device.
 */
public final class ShadowClient {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowClient.class);
    private static final int QOS = 0; // what every SDK of the cloud uses here; a lost request shows as a timeout
    private static final int MAX_CONFLICT_RETRIES = 5;

    private final DeviceSession session;
    private final ShadowCodec codec;
    private final Scheduler scheduler;
    private final ShadowRequestObserver observer;
    private final PendingReplies pending;
    private final List<ShadowListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong sequence = new AtomicLong();
    private final String tokenPrefix;
    private final SharedSubscription results;

    /**
     * @param session   the device's session
     * @param codec     reads and writes the messages
     * @param scheduler measures time limits
     * @param random    makes tokens that do not meet those of an earlier run
     * @param observer  told of each request that has ended
     */
    public ShadowClient(
            DeviceSession session,
            ShadowCodec codec,
            Scheduler scheduler,
            RandomGenerator random,
            ShadowRequestObserver observer) {
        this.session = session;
        this.codec = codec;
        this.scheduler = scheduler;
        this.observer = observer;
        this.pending = new PendingReplies(scheduler);
        this.tokenPrefix = Integer.toString(random.nextInt(Integer.MAX_VALUE), Character.MAX_RADIX) + "-";
        this.results =
                new SharedSubscription(() -> session.subscribe(ShadowTopics.results(identity()), QOS, this::dispatch));
        session.addListener(new SessionListener() {
            @Override
            public void disconnected() {
                pending.failAll(new DeviceNotConnectedException(
                        "Device " + identity() + " lost its connection before the shadow reply came"));
            }
        });
    }

    /** @return the device */
    public DeviceIdentity identity() {
        return session.identity();
    }

    /**
     * Subscribes to the result topic. Requests are answered only while somebody is subscribed.
     *
     * @return the subscription, to be cancelled
     */
    public Subscription subscribe() {
        return results.join();
    }

    /** @param listener to be told of all messages on the result topic */
    public void addListener(ShadowListener listener) {
        listeners.add(listener);
    }

    /** @param listener not to be told any more */
    public void removeListener(ShadowListener listener) {
        listeners.remove(listener);
    }

    /**
     * Asks for the whole document.
     *
     * @param limit how long to wait once the request has been sent
     * @return the reply; fails with {@link java.util.concurrent.TimeoutException}, with
     *     {@link DeviceNotConnectedException}, or with an exception for the cloud's result code
     */
    public CompletableFuture<ShadowReply> get(Duration limit) {
        String token = nextToken();
        return request("get", token, codec.encodeGet(token), limit);
    }

    /**
     * Changes the document.
     *
     * @param update the change
     * @param limit  how long to wait
     * @return the reply; fails like {@link #get}, and with {@link ShadowVersionConflictException} when the shadow does
     *     not have the update's version
     * @throws io.github.cameliotcloud.error.InvalidMessageException when the change breaks a limit of the cloud
     */
    public CompletableFuture<ShadowReply> update(ShadowUpdate update, Duration limit) {
        String token = nextToken();
        return request("update", token, codec.encodeUpdate(update, token), limit);
    }

    /**
     * Like {@link #update}, but on a version conflict sends the same change again with the current version, up to
     * five times.
     *
     * @param update the change
     * @param limit  how long to wait for each reply
     * @return the reply to the last try
     */
    public CompletableFuture<ShadowReply> updateRetryingConflicts(ShadowUpdate update, Duration limit) {
        return updateRetryingConflicts(update, limit, MAX_CONFLICT_RETRIES);
    }

    private CompletableFuture<ShadowReply> updateRetryingConflicts(ShadowUpdate update, Duration limit, int retries) {
        return update(update, limit).exceptionallyCompose(failure -> {
            if (retries > 0 && failure instanceof ShadowVersionConflictException conflict) {
                return updateRetryingConflicts(update.ifVersion(conflict.currentVersion()), limit, retries - 1);
            }
            return CompletableFuture.failedFuture(failure);
        });
    }

    /** @return how many requests wait for a reply */
    public int pendingRequests() {
        return pending.size();
    }

    private CompletableFuture<ShadowReply> request(String type, String token, byte[] message, Duration limit) {
        CompletableFuture<ShadowReply> answer = new CompletableFuture<>();
        long begun = scheduler.nanoTime();
        answer.whenComplete(
                (reply, failure) -> observer.ended(type, Duration.ofNanos(scheduler.nanoTime() - begun), failure));
        pending.expect(token).whenComplete((received, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else if (received.isSuccess()) {
                answer.complete(received);
            } else {
                answer.completeExceptionally(ShadowResults.failure(identity(), received));
            }
        });
        try {
            session.publish(ShadowTopics.requests(identity()), message, QOS, limit)
                    .whenComplete((sent, failure) -> {
                        if (failure == null) {
                            pending.sent(token, limit, "shadow " + type + " of device " + identity());
                        } else {
                            pending.fail(token, failure);
                        }
                    });
        } catch (InvalidMessageException e) {
            pending.fail(token, e); // nothing was sent, so nothing is waited for
            throw e;
        }
        return answer;
    }

    private String nextToken() {
        return tokenPrefix + sequence.getAndIncrement();
    }

    /** Runs on the MQTT library's thread: reading 16 KB at most takes no longer than handing it to another thread. */
    private void dispatch(InboundMessage raw) {
        try {
            ShadowMessage message = codec.decode(raw.payload());
            if (message instanceof ShadowDelta delta) {
                listeners.forEach(listener -> listener.delta(delta));
            } else if (message instanceof ShadowReply reply) {
                if (!pending.complete(reply)) {
                    LOG.debug("Device {}: nobody waits for a reply of version {}", identity(), reply.version());
                }
                listeners.forEach(listener -> listener.reply(reply));
            }
        } catch (MalformedMessageException e) {
            LOG.debug("Device {}: {}", identity(), e.getMessage());
            listeners.forEach(listener -> listener.malformed(e, raw.payload()));
        } finally {
            raw.acknowledge(); // nothing to repeat: replies and deltas are not stored, a sync finds what was missed
        }
    }
}
