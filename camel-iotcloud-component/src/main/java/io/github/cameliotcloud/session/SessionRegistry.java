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

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.SettingsConflictException;

/** The sessions in use, one for each device: the cloud closes the older of two connections of a device. */
public final class SessionRegistry {

    private final Function<SessionSettings, DeviceSession> factory;
    private final InstantSource clock;
    private final Map<DeviceIdentity, Instant> recentAttempts = new LinkedHashMap<>();
    private final Map<DeviceIdentity, Shared> sessions = new HashMap<>();
    private final Set<CompletableFuture<Void>> unfinished = ConcurrentHashMap.newKeySet();

    /**
     * @param factory makes a session that is not started yet
     * @param clock   the clock of those sessions
     */
    public SessionRegistry(Function<SessionSettings, DeviceSession> factory, InstantSource clock) {
        this.factory = factory;
        this.clock = clock;
    }

    /**
     * Takes a share in the session of a device and makes it if it is the first. Does not connect.
     *
     * @param settings how the device is to be connected
     * @param owner    who asks, as it shall read in messages
     * @return the share, to be released once
     * @throws SettingsConflictException when the device is in use with other settings
     */
    public synchronized SessionLease acquire(SessionSettings settings, String owner) {
        Shared shared = sessions.get(settings.identity());
        if (shared == null) {
            DeviceSession session = factory.apply(settings);
            session.notBefore(notBefore(settings.identity()));
            shared = new Shared(settings, session);
            sessions.put(settings.identity(), shared);
            unfinished.add(shared.ended);
        } else if (!shared.settings.equals(settings)) {
            throw new SettingsConflictException(
                    settings.identity(),
                    owner,
                    shared.owners.get(0),
                    String.join(", ", SettingsComparison.differences(settings, shared.settings)));
        }
        shared.owners.add(owner);
        return new Share(shared, owner);
    }

    /** @return the sessions in use now */
    public synchronized Collection<DeviceSession> sessions() {
        return sessions.values().stream().map(shared -> shared.session).toList();
    }

    /**
     * @param identity a device
     * @return its session, if it is in use
     */
    public synchronized Optional<DeviceSession> find(DeviceIdentity identity) {
        return Optional.ofNullable(sessions.get(identity)).map(shared -> shared.session);
    }

    private CompletableFuture<Void> release(Shared shared, String owner) {
        DeviceIdentity identity = shared.settings.identity();
        synchronized (this) {
            shared.owners.remove(owner);
            if (!shared.owners.isEmpty()) {
                return CompletableFuture.completedFuture(null);
            }
            sessions.remove(identity);
            // a route that is started again at once must not break the cloud's rule of one CONNECT in 5 s
            shared.session.earliestNextAttempt().ifPresent(earliest -> recentAttempts.put(identity, earliest));
        }
        return shared.session.close().whenComplete((closed, failure) -> {
            unfinished.remove(shared.ended);
            shared.ended.complete(null);
        });
    }

    /** @return ends when all sessions that are in use now have been released and are closed */
    public CompletableFuture<Void> whenUnused() {
        return CompletableFuture.allOf(unfinished.toArray(CompletableFuture[]::new));
    }

    private Instant notBefore(DeviceIdentity identity) {
        Iterator<Instant> oldestFirst = recentAttempts.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().isBefore(clock.instant())) {
            oldestFirst.remove();
        }
        return recentAttempts.getOrDefault(identity, Instant.EPOCH);
    }

    private static final class Shared {
        private final SessionSettings settings;
        private final DeviceSession session;
        private final List<String> owners = new ArrayList<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        Shared(SessionSettings settings, DeviceSession session) {
            this.settings = settings;
            this.session = session;
        }
    }

    private final class Share implements SessionLease {
        private final Shared shared;
        private final String owner;
        private final AtomicBoolean released = new AtomicBoolean();

        Share(Shared shared, String owner) {
            this.shared = shared;
            this.owner = owner;
        }

        @Override
        public DeviceSession session() {
            return shared.session;
        }

        @Override
        public CompletableFuture<Void> release() {
            return released.compareAndSet(false, true)
                    ? SessionRegistry.this.release(shared, owner)
                    : CompletableFuture.completedFuture(null);
        }
    }
}
