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

import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.auth.DeviceIdentity;

/** Keeps the status of a session and logs each transition once. Written by the session's executor, read by anyone. */
final class StatusTracker {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);

    private final DeviceIdentity identity;
    private final InstantSource clock;
    private final StatusLog log;
    private volatile SessionStatus status;

    StatusTracker(DeviceIdentity identity, SessionRuntime runtime) {
        this.identity = identity;
        this.clock = runtime.clock();
        this.log = runtime.log();
        this.status = new SessionStatus(SessionState.IDLE, clock.instant(), 0, null);
    }

    SessionStatus status() {
        return status;
    }

    boolean is(SessionState state) {
        return status.state() == state;
    }

    void attempting() {
        move(SessionState.CONNECTING, status.attempts() + 1, status.lastError());
    }

    void syncing() {
        move(SessionState.SYNCING, status.attempts(), status.lastError());
    }

    void connected(BrokerAddress broker) {
        move(SessionState.CONNECTED, 0, null);
        log.connected(identity, broker);
    }

    void waiting(SessionState state, RuntimeException reason, long delayMillis) {
        move(state, status.attempts(), reason);
        log.waiting(reason, delayMillis);
    }

    void delayed(long delayMillis) {
        move(SessionState.BACKING_OFF, status.attempts(), status.lastError());
        LOG.info("Device {} was connected a moment ago; connecting again in {} ms", identity, delayMillis);
    }

    /** Waits for other devices to connect first; that is short, and no news. */
    void waitingForTurn() {
        if (is(SessionState.IDLE)) {
            move(SessionState.BACKING_OFF, status.attempts(), status.lastError());
        }
    }

    void warnOfSecondLogin() {
        LOG.warn(
                "Device {} loses each connection right after it is made. Probably another program is connected as the"
                        + " same device, and the cloud allows one: stop the other, or give each its own device",
                identity);
    }

    void closed() {
        move(SessionState.CLOSED, status.attempts(), status.lastError());
    }

    private void move(SessionState next, int attempts, Throwable lastError) {
        // an unforeseen step is a mistake of ours: tests shall fail, but no device shall go offline for it
        assert status.state().next().contains(next) : status.state() + " -> " + next;
        LOG.debug("Device {}: {} -> {}", identity, status.state(), next);
        status = new SessionStatus(next, clock.instant(), attempts, lastError);
    }
}
