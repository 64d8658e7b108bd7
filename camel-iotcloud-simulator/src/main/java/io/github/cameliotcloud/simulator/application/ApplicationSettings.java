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
package io.github.cameliotcloud.simulator.application;

import java.time.Duration;

/**
 * How the cloud serves applications; immutable.
 *
 * @param rrpcWindow how long the cloud waits for a device's answer (protocol.md 6.1), 1 ms to 30 s
 * @param broadcastTime how long a broadcast counts as running and blocks the next one of its product (6.2), zero to an hour;
 *     the real time is unknown, and devices get the message at once in any case
 */
public record ApplicationSettings(Duration rrpcWindow, Duration broadcastTime) {

    // before DEFAULTS, whose constructor looks at it
    private static final Duration MAX_RRPC_WINDOW = Duration.ofSeconds(30);
    private static final Duration MAX_BROADCAST_TIME = Duration.ofHours(1);

    /** 10 seconds for an answer, and broadcasts that are done at once. */
    public static final ApplicationSettings DEFAULTS = new ApplicationSettings(Duration.ofSeconds(10), Duration.ZERO);

    /** @throws IllegalArgumentException when a time is out of range */
    public ApplicationSettings {
        if (rrpcWindow.toMillis() < 1 || rrpcWindow.compareTo(MAX_RRPC_WINDOW) > 0) {
            throw new IllegalArgumentException("The time for an RRPC answer is 1 ms to 30 s, not " + rrpcWindow);
        }
        if (broadcastTime.isNegative() || broadcastTime.compareTo(MAX_BROADCAST_TIME) > 0) {
            throw new IllegalArgumentException("The time of a broadcast is 0 to 1 hour, not " + broadcastTime);
        }
    }

    public ApplicationSettings withRrpcWindow(Duration window) {
        return new ApplicationSettings(window, broadcastTime);
    }

    public ApplicationSettings withBroadcastTime(Duration time) {
        return new ApplicationSettings(rrpcWindow, time);
    }
}
