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
import java.time.InstantSource;
import java.util.Optional;

/** Keeps CONNECTs of a device apart, also those of two sessions that follow each other (protocol.md section 2.6). */
final class ConnectPacing {

    private final InstantSource clock;
    private final Duration distance;
    private volatile Instant earliest = Instant.EPOCH;
    private volatile Instant lastAttempt;

    ConnectPacing(InstantSource clock, Duration distance) {
        this.clock = clock;
        this.distance = distance;
    }

    void notBefore(Instant instant) {
        earliest = instant;
    }

    void attempting() {
        lastAttempt = clock.instant();
    }

    /** @return how long the first attempt has to wait, zero or negative when it may come now */
    Duration untilFirstAttempt() {
        return Duration.between(clock.instant(), earliest);
    }

    /** @return when the next attempt may come, empty when there was none yet */
    Optional<Instant> earliestNextAttempt() {
        return Optional.ofNullable(lastAttempt).map(last -> last.plus(distance));
    }
}
