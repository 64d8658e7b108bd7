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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.session.SessionLease;
import io.github.cameliotcloud.session.SessionRuntime;
import io.github.cameliotcloud.session.SessionStatus;
import io.github.cameliotcloud.session.Subscription;
import io.github.cameliotcloud.shadow.ShadowClient;

/** A consumer's or producer's hold on the session of its device, from start to stop. */
final class DeviceLink {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceLink.class);

    /** Secret, connect and subscribe may each take one connect timeout. */
    static final int CONNECT_TIMEOUTS = 3;

    private final IotCloudEndpoint endpoint;
    private final SessionLease lease;

    private DeviceLink(IotCloudEndpoint endpoint, SessionLease lease) {
        this.endpoint = endpoint;
        this.lease = lease;
    }

    /** Takes a share in the session of a device; does not connect yet. */
    static DeviceLink open(IotCloudEndpoint endpoint, DeviceIdentity device) {
        return new DeviceLink(
                endpoint, endpoint.getComponent().acquire(endpoint.sessionSettings(device), endpoint.toString()));
    }

    DeviceIdentity device() {
        return session().identity();
    }

    /** @return the topic, or topic filter, of every channel but the shadow */
    String topic() {
        return endpoint.getChannel().topic(device(), endpoint.getConfiguration().getName());
    }

    DeviceSession session() {
        return lease.session();
    }

    ShadowClient shadow() {
        SessionRuntime runtime = endpoint.getComponent().pools().runtime();
        Meters meters = endpoint.getComponent().meters();
        return session()
                .companion(
                        ShadowClient.class,
                        session -> new ShadowClient(
                                session,
                                endpoint.getComponent().shadowCodec(),
                                runtime.scheduler(),
                                runtime.random(),
                                meters::shadowRequest));
    }

    /** Blocks the starting thread until the session is connected, within a bound. */
    void connect() throws Exception {
        awaitConnected(session().start());
    }

    /** The same for an attempt that has begun before; it may have failed by now, and the next may be minutes away. */
    void awaitConnected(CompletableFuture<Void> attempt) throws Exception {
        await(attempt, "is not connected");
    }

    /** Blocks the starting thread until the cloud has granted the subscription, within a bound. */
    void await(Subscription subscription) throws Exception {
        await(subscription.granted(), "got no answer to SUBSCRIBE");
    }

    /** @return whether the cloud has granted the subscription on the connection of this moment */
    boolean isGranted(Subscription subscription) {
        return subscription != null
                && subscription.granted().isDone()
                && !subscription.granted().isCompletedExceptionally();
    }

    /** Gives the session back; waits, within a bound, until a session that nobody else uses is closed. */
    void close() {
        awaitClosed(release());
    }

    /** Waits, within a bound, for the end of {@link #release()}. */
    void awaitClosed(CompletableFuture<Void> released) {
        try {
            await(released, "did not disconnect in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("Device {} was not closed: {}", device(), e.getMessage(), e);
        }
    }

    /**
     * Gives the session back.
     *
     * @return ends when a session that nobody else uses is closed
     */
    CompletableFuture<Void> release() {
        return lease.release();
    }

    private void await(CompletableFuture<Void> event, String otherwise) throws Exception {
        long millis = endpoint.getConfiguration().getConnectTimeout() * CONNECT_TIMEOUTS;
        try {
            event.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            SessionStatus status = session().status();
            throw new DeviceNotConnectedException(
                    "Device " + device() + " " + otherwise + " within " + millis + " ms, its session is "
                            + status.state(),
                    status.lastError());
        }
    }
}
