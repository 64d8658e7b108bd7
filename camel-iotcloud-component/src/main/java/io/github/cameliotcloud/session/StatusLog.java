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
import java.util.function.LongConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.auth.DeviceIdentity;

/**
 * What all sessions together write to the log about connecting. When many devices connect, or fail to, at about the same
 * time, the first lines are written as they are and the rest becomes one line with their number, so that the start or an
 * outage of a large fleet can still be read. With DEBUG each line is written. Thread-safe.
 */
public final class StatusLog {

    static final int LINES_OF_A_PERIOD = 20;
    static final Duration PERIOD = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);

    private final Scheduler scheduler;
    private final Crowd connects =
            new Crowd(count -> LOG.info("{} further devices were connected within {} s", count, PERIOD.toSeconds()));
    private final Crowd failures = new Crowd(count -> LOG.warn(
            "{} further connections failed or were lost within {} s; see the health check, or DEBUG of this logger",
            count,
            PERIOD.toSeconds()));

    /** @param scheduler measures the time */
    public StatusLog(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void connected(DeviceIdentity device, BrokerAddress broker) {
        String line = "Device {} is connected to {}";
        if (connects.mayWrite()) {
            LOG.info(line, device, broker);
        } else {
            LOG.debug(line, device, broker);
        }
    }

    void waiting(RuntimeException reason, long delayMillis) {
        String line = "{}; next attempt in {} ms";
        if (failures.mayWrite()) {
            LOG.warn(line, reason.getMessage(), delayMillis);
        } else {
            LOG.debug(line, reason.getMessage(), delayMillis);
        }
    }

    private final class Crowd {

        private final LongConsumer summary;
        private long begin;
        private int written;
        private long unwritten;

        /** @param summary gets the number of lines that were not written */
        Crowd(LongConsumer summary) {
            this.summary = summary;
        }

        synchronized boolean mayWrite() {
            long now = scheduler.nanoTime();
            if (written == 0 || now - begin >= PERIOD.toNanos()) {
                begin = now;
                written = 0;
            }
            if (written < LINES_OF_A_PERIOD) {
                written++;
                return true;
            }
            if (unwritten++ == 0) {
                scheduler.after(PERIOD.minusNanos(now - begin), this::summarize);
            }
            return false;
        }

        private void summarize() {
            long count;
            synchronized (this) {
                count = unwritten;
                unwritten = 0;
            }
            summary.accept(count);
        }
    }
}
