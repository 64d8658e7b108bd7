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
package io.github.cameliotcloud.cluster.zookeeper;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's part in the election for one namespace. All changes run on one serial executor.
 *
 * <p>Won is not owned: the latch has to be held for {@code takeOverDelay} before listeners are told. Lost is told at
 * once; when the loss is this node's own choice, the latch is closed only after listeners have returned. A released
 * namespace keeps its latch for {@code takeOverDelay}, because {@code master:} releases it first and stops its consumer
 * afterwards.
 */
final class Election {

    private static final Logger LOG = LoggerFactory.getLogger(Election.class);
    /** How often listeners are told again that a namespace was lost. */
    static final long REMIND_MILLIS = 1_000;
    /** How often at most: {@code master:} tries for five seconds to start its consumer. */
    private static final int REMINDERS = 10;

    private final String namespace;
    private final Executor serial;
    private final Timers timers;
    private final LatchFactory latches;
    private final long takeOverDelay;
    private final Runnable tellListeners;

    private volatile boolean owner;
    private volatile boolean disabled;
    private volatile Latch latch;
    private volatile boolean running;
    /** The time since the latch was won for the last time; another object each time, null when it was lost. */
    private Object term;
    /** The time since the namespace was released; another object each time. */
    private Object release;

    private Timers.Timeout taking = () -> {};
    private Timers.Timeout closing = () -> {};
    private Timers.Timeout reminder = () -> {};

    Election(
            String namespace,
            Executor serial,
            Timers timers,
            LatchFactory latches,
            long takeOverDelay,
            Runnable tellListeners) {
        this.namespace = namespace;
        this.serial = serial;
        this.timers = timers;
        this.latches = latches;
        this.takeOverDelay = takeOverDelay;
        this.tellListeners = tellListeners;
    }

    /** Whether listeners have been told that this node owns the namespace, and not yet of a loss. */
    boolean isOwner() {
        return owner;
    }

    /** Whether this node owns the namespace or is about to. */
    boolean isHeld() {
        Latch current = latch;
        return running && !disabled && current != null && current.isHeld();
    }

    boolean isDisabled() {
        return disabled;
    }

    void start() {
        serial.execute(() -> {
            running = true;
            closing.cancel();
            release = null;
            if (latch != null && latch.isHeld()) {
                won();
            }
            enterOrLeave();
        });
    }

    void stop() {
        serial.execute(() -> {
            running = false;
            boolean consumerMayRun = owner;
            lose(LossReason.STOPPED);
            reminder.cancel();
            if (consumerMayRun) {
                Object current = new Object();
                release = current;
                closing = timers.schedule(() -> serial.execute(() -> closeAfter(current)), takeOverDelay);
            } else if (release == null) {
                closeLatch();
            }
        });
    }

    void setDisabled(boolean disabled) {
        this.disabled = disabled;
        serial.execute(this::enterOrLeave);
    }

    /** For good: nothing holds the namespace any more once the future is done. */
    CompletableFuture<Void> end() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        serial.execute(() -> {
            try {
                running = false;
                lose(LossReason.STOPPED);
                reminder.cancel();
                closing.cancel();
                release = null;
                closeLatch();
            } finally {
                done.complete(null);
            }
        });
        return done;
    }

    /** Runs its task after all that was begun before. */
    void execute(Runnable task) {
        serial.execute(task);
    }

    private void enterOrLeave() {
        if (disabled && latch != null && running) {
            lose(LossReason.REBALANCED);
            closeLatch();
        } else if (!disabled && latch == null && running) {
            enter();
        }
    }

    private void enter() {
        Entry entry = new Entry();
        entry.latch = latches.open(namespace, entry, serial);
        latch = entry.latch;
    }

    private void won() {
        taking.cancel();
        Object current = new Object();
        term = current;
        taking = timers.schedule(() -> serial.execute(() -> take(current)), takeOverDelay);
    }

    private void take(Object current) {
        if (!owner && term == current && isHeld()) {
            reminder.cancel();
            owner = true;
            LOG.info("Owns the namespace {} now", namespace);
            tellListeners.run();
        }
    }

    private void lose(LossReason reason) {
        taking.cancel();
        term = null;
        if (owner) {
            owner = false;
            long start = System.nanoTime();
            tellListeners.run();
            LOG.info(
                    "Does not own the namespace {} any more ({}), what depends on it stopped within {} ms",
                    namespace,
                    reason,
                    (System.nanoTime() - start) / 1_000_000);
            remind(REMINDERS);
        }
    }

    /**
     * {@code master:} starts its consumer a second after it was told, and tries again while that fails. Told of a loss
     * in between, it has nothing to stop yet, and would start it all the same.
     */
    private void remind(int times) {
        reminder.cancel();
        if (times > 0) {
            reminder = timers.schedule(
                    () -> serial.execute(() -> {
                        if (running && !owner) {
                            tellListeners.run();
                            remind(times - 1);
                        }
                    }),
                    REMIND_MILLIS);
        }
    }

    private void closeAfter(Object current) {
        if (release == current) {
            release = null;
            closeLatch();
        }
    }

    private void closeLatch() {
        Latch current = latch;
        latch = null;
        if (current != null) {
            current.close();
        }
    }

    /** What one latch tells; one that was closed may still have something in the queue. */
    private final class Entry implements Latch.Listener {

        private volatile Latch latch;

        @Override
        public void won() {
            if (Election.this.latch == latch) {
                Election.this.won();
            }
        }

        @Override
        public void lost() {
            if (Election.this.latch == latch) {
                lose(LossReason.CONNECTION_LOST);
            }
        }
    }
}
