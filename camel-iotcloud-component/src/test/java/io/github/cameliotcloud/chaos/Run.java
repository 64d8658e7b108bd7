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

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** One run of a scenario. Prints its line when closed, also when it failed: the seed is needed most then. */
final class Run implements AutoCloseable {

    private static final String OUR_LOGS = "io.github.cameliotcloud";

    private final String kind;
    private final String scenario;
    private final String transport;
    private final long seed = Long.getLong("chaos.seed", System.nanoTime() & Integer.MAX_VALUE);
    private final Random random = new Random(seed);
    private final long start = System.nanoTime();
    private final List<Ledger> ledgers = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();

    Run(String scenario, String transport) {
        this("chaos", scenario, transport);
    }

    private Run(String kind, String scenario, String transport) {
        this.kind = kind;
        this.scenario = scenario;
        this.transport = transport;
        Configurator.setLevel(OUR_LOGS, Level.ERROR); // each cut is a warning
    }

    /** @return a run of something else than this component, whose line says so: it may lose messages */
    static Run ofAnother(String scenario, String transport) {
        return new Run("contrast", scenario, transport);
    }

    /** @return a source that the seed decides, apart from all others */
    Random random() {
        return new Random(random.nextLong());
    }

    /** @return a new ledger that counts for the line */
    Ledger ledger() {
        Ledger ledger = new Ledger();
        ledgers.add(ledger);
        return ledger;
    }

    void cut() {
        cuts.incrementAndGet();
    }

    int cuts() {
        return cuts.get();
    }

    int lost() {
        return ledgers.stream().mapToInt(Ledger::lost).sum();
    }

    String counts() {
        return "sent=" + ledgers.stream().mapToInt(Ledger::sent).sum() + " processed="
                + ledgers.stream().mapToInt(Ledger::processed).sum() + " lost=" + lost() + " duplicates="
                + ledgers.stream().mapToInt(Ledger::duplicates).sum() + " cuts=" + cuts;
    }

    long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    @Override
    public void close() {
        System.out.println(kind + ": " + scenario + " transport=" + transport + " " + counts() + " seed=" + seed
                + " seconds=" + seconds());
        Configurator.setLevel(OUR_LOGS, Level.WARN);
    }
}
