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
package io.github.cameliotcloud.simulator.limits;

import java.time.Clock;

/**
 * Counts messages in windows of one second; a window begins with the first message after the last one has ended.
 * Thread-safe.
 */
public final class RateWindow {

    private static final long WINDOW_MS = 1000;

    private final int perSecond;
    private final Clock clock;
    private long begin = Long.MIN_VALUE;
    private int count;

    /** @param perSecond how many are admitted in a window, or {@link Limits#UNLIMITED} */
    public RateWindow(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether one more message is within the limit; one that is not does not count. */
    public boolean admit() {
        return perSecond == Limits.UNLIMITED || admitAt(clock.millis());
    }

    private synchronized boolean admitAt(long now) {
        // a clock that was set back begins a new window, too
        if (begin == Long.MIN_VALUE || now < begin || now - begin >= WINDOW_MS) {
            begin = now;
            count = 0;
        }
        if (count >= perSecond) {
            return false;
        }
        count++;
        return true;
    }
}
