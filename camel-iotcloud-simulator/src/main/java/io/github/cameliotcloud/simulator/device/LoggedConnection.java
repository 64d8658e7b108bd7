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
package io.github.cameliotcloud.simulator.device;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A connection of a device in the record of the cloud. Of one device they never overlap: a second login ends the first.
 *
 * @param opened when its CONNECT was accepted
 * @param closed when it ended; empty while it is open
 * @param end    why it ended; empty while it is open
 */
public record LoggedConnection(Instant opened, Optional<Instant> closed, Optional<ConnectionEnd> end) {

    public LoggedConnection {
        Objects.requireNonNull(opened, "opened");
        if (closed.isPresent() != end.isPresent()) {
            throw new IllegalArgumentException("A connection has ended at a time and for a reason, or not at all");
        }
    }

    /** A connection that was accepted now. */
    public static LoggedConnection opened(Instant now) {
        return new LoggedConnection(now, Optional.empty(), Optional.empty());
    }

    /** The same connection with its end. */
    public LoggedConnection ended(Instant now, ConnectionEnd why) {
        return new LoggedConnection(opened, Optional.of(now), Optional.of(why));
    }
}
