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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.cameliotcloud.session.Scheduler.Cancellable;

/**
 * Time limits of many things that mostly end in time, at the price of one timer: it stays set when they have ended, and
 * looks for what comes next when it falls due. A timer of its own for each would wake a thread to set it. Thread-safe.
 */
public final class Deadlines {

    private final Scheduler scheduler;
    private final Map<Duration, Line> lines = new ConcurrentHashMap<>();

    /** @param scheduler measures the time */
    public Deadlines(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * @param limit   how long to wait; few different ones are used
     * @param expired runs then; must not block
     * @return cancels it
     */
    public Cancellable after(Duration limit, Runnable expired) {
        return lines.computeIfAbsent(limit, Line::new).add(expired);
    }

    /** Forgets all of them, and the timer. */
    public void clear() {
        lines.values().forEach(Line::clear);
    }

    /** Those with the same limit, in the order in which they fall due; a linked list, since most leave before their turn. */
    private final class Line {

        private final Duration limit;
        private Deadline first;
        private Deadline last;
        private Cancellable timer;

        Line(Duration limit) {
            this.limit = limit;
        }

        synchronized Deadline add(Runnable expired) {
            if (timer == null) {
                timer = scheduler.after(limit, this::due);
            }
            Deadline added = new Deadline(this, scheduler.nanoTime() + limit.toNanos(), expired);
            if (last == null) {
                first = added;
            } else {
                last.after = added;
                added.before = last;
            }
            last = added;
            return added;
        }

        synchronized void remove(Deadline gone) {
            if (gone.before == null && first != gone) { // has left before
                return;
            }
            if (gone.before == null) {
                first = gone.after;
            } else {
                gone.before.after = gone.after;
            }
            if (gone.after == null) {
                last = gone.before;
            } else {
                gone.after.before = gone.before;
            }
            gone.before = null;
            gone.after = null;
        }

        synchronized void clear() {
            while (first != null) {
                remove(first);
            }
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
        }

        private void due() {
            List<Deadline> expired = new ArrayList<>();
            synchronized (this) {
                timer = null;
                long now = scheduler.nanoTime();
                while (first != null && first.due - now <= 0) {
                    expired.add(first);
                    remove(first);
                }
                if (first != null) {
                    timer = scheduler.after(Duration.ofNanos(first.due - now), this::due);
                }
            }
            expired.forEach(deadline -> deadline.expired.run());
        }
    }

    private static final class Deadline implements Cancellable {

        private final Line line;
        private final long due;
        private final Runnable expired;
        private Deadline before;
        private Deadline after;

        Deadline(Line line, long due, Runnable expired) {
            this.line = line;
            this.due = due;
            this.expired = expired;
        }

        @Override
        public void cancel() {
            line.remove(this);
        }
    }
}
