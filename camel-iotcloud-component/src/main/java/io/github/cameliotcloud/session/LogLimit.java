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
import java.util.function.LongConsumer;

/** Keeps what the cloud can cause thousands of times a second from filling the log: one line a minute. Thread-safe. */
public final class LogLimit {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private Instant lastLine = Instant.MIN;
    private long unlogged;

    /** @param clock tells when a minute is over */
    public LogLimit(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * It happened once more.
     *
     * @param line writes the line when it is time for one; gets how often it happened since the last line, 1 at first
     */
    public void log(LongConsumer line) {
        long count = happened();
        if (count > 0) {
            line.accept(count);
        }
    }

    private synchronized long happened() {
        unlogged++;
        Instant now = clock.instant();
        // a clock that was set back must not silence the log
        if (!now.isBefore(lastLine) && now.isBefore(lastLine.plus(PAUSE))) {
            return 0;
        }
        long count = unlogged;
        unlogged = 0;
        lastLine = now;
        return count;
    }
}
