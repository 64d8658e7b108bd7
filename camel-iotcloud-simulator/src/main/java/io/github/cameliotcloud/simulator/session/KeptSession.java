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
package io.github.cameliotcloud.simulator.session;

import java.time.Clock;
import java.util.Optional;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.limits.Limits;

/** The one session that a device may have, and what of it survives in the store. Not thread-safe. */
public final class KeptSession {

    private final DeviceIdentity device;
    private final Clock clock;
    private final Limits limits;
    private final SessionStore store;
    private DeviceSession session;

    /** Goes on with the session that the store has. */
    public KeptSession(DeviceIdentity device, Clock clock, Limits limits, SessionStore store) {
        this.device = device;
        this.clock = clock;
        this.limits = limits;
        this.store = store;
        this.session = store.load(device)
                .map(stored -> DeviceSession.restored(stored, limits, clock.instant()))
                .orElse(null);
    }

    /** The session, unless its hours are over. */
    public Optional<DeviceSession> current() {
        if (session != null && session.expired(clock.instant())) {
            end();
        }
        return Optional.ofNullable(session);
    }

    /** Begins a session for a CONNECT, unless it goes on with the present one; true when it does. */
    public boolean open(boolean clean) {
        boolean present = !clean && current().filter(kept -> !kept.clean()).isPresent();
        if (!present) {
            session = new DeviceSession(clean, limits);
        }
        session.resume(clock.instant());
        return present;
    }

    /** The connection is gone; returns how many messages were dropped, as only some are kept for an offline device. */
    public int park() {
        if (session.clean()) {
            session = null;
            return 0;
        }
        int dropped = session.park(clock.instant());
        save();
        return dropped;
    }

    /** Loses its content, now and with its connection. */
    public void forget() {
        session.forget();
        store.delete(device);
    }

    /** There is no session any more. */
    public void end() {
        session = null;
        store.delete(device);
    }

    /** Saves the session before an answer goes out, so that what was answered survives. */
    public void save() {
        if (session.clean()) {
            store.delete(device);
        } else {
            store.save(device, session::snapshot);
        }
    }

    /** Saves the session some time: what is lost by then is only sent once more. */
    public void saveSoon() {
        if (!session.clean()) {
            store.saveSoon(device, session::snapshot);
        }
    }
}
