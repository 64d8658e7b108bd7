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
package io.github.cameliotcloud.chaos;

import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.FaultInjection;

/**
 * Breaks connections at points of the work that the seed decides: alone, with refusals of the next CONNECTs, twice in a
 * row, or with the whole cloud going away. Each outage waits until all devices are online, so that each counts.
 */
final class Outages implements AutoCloseable {

    private static final int LONGEST_AWAY_MILLIS = 50;
    private static final int LONGEST_WORK_MILLIS = 50;
    private static final int MOST_REFUSALS = 2;
    private static final long NOT_YET = Long.MIN_VALUE;

    private final Bench bench;
    private final Run run;
    private final IntSupplier progress;
    private final Random random;
    private final int[] when;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile int done;
    private volatile Throwable failure;
    private boolean away;
    private long strikeAt = NOT_YET;

    /**
     * @param total    what the progress is at the end of the work
     * @param progress how far the work is
     */
    Outages(Bench bench, Run run, int count, int total, IntSupplier progress) {
        this.bench = bench;
        this.run = run;
        this.progress = progress;
        this.random = run.random();
        this.when = plan(count, total, random);
        thread.scheduleWithFixedDelay(this::step, 1, 1, TimeUnit.MILLISECONDS);
    }

    /** Evenly spread with half of the distance at random; one in eight comes right behind the reconnect of the last. */
    private static int[] plan(int count, int total, Random random) {
        int distance = Math.max(2, total / count);
        int[] when = new int[count];
        boolean again = false;
        for (int i = 0; i < count; i++) {
            again = i > 0 && !again && random.nextInt(8) == 0;
            when[i] = again ? when[i - 1] : i * distance + random.nextInt(distance / 2);
        }
        return when;
    }

    /** Waits, within a bound, until all outages were there and are over. */
    void awaitEnd() {
        Patience.until("all outages", () -> failure != null || done == when.length && allOnline());
        assertThat(failure).isNull();
    }

    private boolean allOnline() {
        return bench.cloud().totalConnections() == bench.devices().size();
    }

    private void step() {
        try {
            if (!away && done < when.length && progress.getAsInt() >= when[done] && allOnline()) {
                aim();
                if (System.nanoTime() - strikeAt >= 0) {
                    strike(bench.devices().get(random.nextInt(bench.devices().size())));
                    strikeAt = NOT_YET;
                    run.cut();
                    done++;
                }
            }
        } catch (Throwable e) {
            failure = e;
            throw e;
        }
    }

    /** Lets the connections work for a while, unless the outage shall hit right behind the reconnect. */
    private void aim() {
        if (strikeAt == NOT_YET) {
            boolean atOnce = done > 0 && when[done] == when[done - 1];
            long work = atOnce ? 0 : random.nextInt(LONGEST_WORK_MILLIS);
            strikeAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(work);
        }
    }

    private void strike(String device) {
        FaultInjection faults = bench.cloud().faults();
        int kind = random.nextInt(8);
        if (kind == 0) {
            away = true;
            faults.goAway();
            thread.schedule(this::comeBack, random.nextInt(LONGEST_AWAY_MILLIS), TimeUnit.MILLISECONDS);
        } else {
            if (kind == 1) {
                faults.refuseNextConnects(Bench.PRODUCT, device, 1 + random.nextInt(MOST_REFUSALS), refusal());
            }
            faults.cutConnection(Bench.PRODUCT, device);
        }
    }

    private int refusal() {
        return 2 + random.nextInt(4);
    }

    private void comeBack() {
        try {
            bench.cloud().faults().comeBack();
            away = false;
        } catch (Throwable e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
