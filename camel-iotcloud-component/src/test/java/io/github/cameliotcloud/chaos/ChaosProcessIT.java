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

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that is killed in the middle of its work. */
class ChaosProcessIT {

    private static final String DEVICE = "dev-01";

    @TempDir
    Path directory;

    private Process process;

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void nothingIsLostWhenTheProcessIsKilledAndStartedAgain(String transport) throws Exception {
        int messages = Size.processMessages();
        try (Run run = new Run("killed-process", transport);
                Bench bench = new Bench(transport, DEVICE)) {
            Ledger ledger = run.ledger();
            NumberFile file = new NumberFile(directory.resolve("numbers"), ledger);
            Set<Integer> kills = kills(messages, run.random());
            start(bench);
            Patience.until(
                    "the subscription",
                    () -> !bench.cloud().subscriptions(Bench.PRODUCT, DEVICE).isEmpty());
            try {
                for (int i = 0; i < messages; i++) {
                    awaitProcessed(file, ledger, i - ControlFlow.MOST_ON_THEIR_WAY);
                    bench.cloud().publishControl(Bench.PRODUCT, DEVICE, String.valueOf(ledger.next()));
                    if (kills.contains(i)) {
                        process.destroyForcibly().waitFor(); // SIGKILL
                        run.cut();
                        start(bench);
                    }
                }
                awaitProcessed(file, ledger, messages);
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertThat(run.lost()).as("lost").isZero();
            assertThat(ledger.disorder()).isEmpty();
        }
    }

    private void start(Bench bench) throws Exception {
        process = RouteInAnotherProcess.start(
                bench.uri(DEVICE, "control", "cleanSession=false"),
                directory.resolve("numbers"),
                directory.resolve("log"));
    }

    private static void awaitProcessed(NumberFile file, Ledger ledger, int count) throws Exception {
        if (ledger.processed() < count) {
            Patience.until("message " + count, () -> {
                file.takeNew();
                return ledger.processed() >= count;
            });
        }
    }

    /** Somewhere in the middle of equal parts. */
    private static Set<Integer> kills(int messages, Random random) {
        int part = messages / (Size.kills() + 1);
        return IntStream.rangeClosed(1, Size.kills())
                .map(kill -> kill * part + random.nextInt(part / 2) - part / 4)
                .boxed()
                .collect(Collectors.toSet());
    }
}
