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
package io.github.cameliotcloud.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.cameliotcloud.session.Scheduler;

/** A clock and its timers, moved by the test. */
public final class ManualTime extends Clock implements Scheduler {

    private record Timer(Instant due, Runnable task) {}

    private final List<Timer> timers = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T00:00:00Z");

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        Timer timer = new Timer(now.plus(delay), task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public long nanoTime() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, now);
    }

    /** Moves time on and runs what falls due, in order. */
    public void advance(Duration by) {
        Instant end = now.plus(by);
        while (true) {
            Timer next = timers.stream()
                    .filter(timer -> !timer.due().isAfter(end))
                    .min(Comparator.comparing(Timer::due))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            timers.remove(next);
            now = next.due();
            next.task().run();
        }
    }

    /** @return how many timers wait */
    public int pending() {
        return timers.size();
    }

    /** @return delay until the next timer falls due */
    public Duration untilNext() {
        return Duration.between(
                now,
                timers.stream().map(Timer::due).min(Comparator.naturalOrder()).orElseThrow());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
