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
package io.github.cameliotcloud.simulator.mqtt;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import io.github.cameliotcloud.simulator.device.ConnectionEnd;
import io.github.cameliotcloud.simulator.device.DevicePresence;
import io.github.cameliotcloud.simulator.device.LoggedConnection;

/** When one device came and went. Not thread-safe. */
final class PresenceLog {

    static final int CAPACITY = 100;

    private final Clock clock;
    private final Instant created;
    private final Deque<LoggedConnection> connections = new ArrayDeque<>();
    private Instant firstLogin;
    private Instant lastLogin;
    private Instant lastLogout;

    PresenceLog(Clock clock) {
        this.clock = clock;
        this.created = clock.instant();
    }

    void login() {
        lastLogin = clock.instant();
        if (firstLogin == null) {
            firstLogin = lastLogin;
        }
        if (connections.size() == CAPACITY) {
            connections.removeFirst();
        }
        connections.addLast(LoggedConnection.opened(lastLogin));
    }

    /** The connection of the latest login has ended. */
    void logout(ConnectionEnd why) {
        lastLogout = clock.instant();
        LoggedConnection last = connections.peekLast();
        if (last != null && last.end().isEmpty()) { // else its session could not be opened, so it never logged in
            connections.removeLast();
            connections.addLast(last.ended(lastLogout, why));
        }
    }

    /** The newest connections, oldest first. */
    List<LoggedConnection> connections() {
        return List.copyOf(connections);
    }

    DevicePresence now(boolean online) {
        return new DevicePresence(
                online,
                created,
                Optional.ofNullable(firstLogin),
                Optional.ofNullable(lastLogin),
                Optional.ofNullable(lastLogout));
    }
}
