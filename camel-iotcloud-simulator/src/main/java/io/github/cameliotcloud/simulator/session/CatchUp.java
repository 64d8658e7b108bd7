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

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The pace at which a session sends what had waited for a reconnect: the first message at once, then one after each pause
 * (protocol.md 2.7). Not thread-safe.
 */
final class CatchUp {

    private final Duration pause;
    private Instant next;

    /** @param pause zero when there is none */
    CatchUp(Duration pause) {
        this.pause = pause;
    }

    /** A connection has come; the first message may go at once. */
    void begin(Instant now) {
        next = pause.isZero() ? null : now;
    }

    /** Nothing that had waited is left: messages go as they come. */
    void end() {
        next = null;
    }

    boolean active() {
        return next != null;
    }

    boolean due(Instant now) {
        return !now.isBefore(next);
    }

    void sent(Instant now) {
        next = now.plus(pause);
    }

    /** When the next message may go; empty when there is no pace to keep. */
    Optional<Instant> next() {
        return Optional.ofNullable(next);
    }
}
