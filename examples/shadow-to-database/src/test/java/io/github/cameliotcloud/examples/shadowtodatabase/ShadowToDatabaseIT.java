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
package io.github.cameliotcloud.examples.shadowtodatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.testinfra.PostgresService;

/** The packaged application with a real PostgreSQL; rows are counted with plain JDBC. */
class ShadowToDatabaseIT {

    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final int DELTAS_IN_OUTAGE = 15;
    private static final int MESSAGES_IN_OUTAGE = 90;

    private static PostgresService postgres;

    @TempDir
    Path directory;

    private final Cloud cloud = new Cloud();
    private final Database database = new Database(postgres.jdbcUrl(), postgres.userName(), postgres.password());
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private boolean databaseStopped;
    private Path output;
    private Application application;

    @BeforeAll
    static void startDatabase() {
        postgres = PostgresService.start();
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @BeforeEach
    void prepare() throws Exception {
        database.execute("DROP TABLE IF EXISTS shadow_history, reported_state, control_message");
        output = directory.resolve("application.log");
    }

    @AfterEach
    void stop() {
        if (databaseStopped) {
            postgres.restart();
        }
        if (application != null) {
            application.close();
        }
        clock.shutdownNow();
        cloud.close();
    }

    @Test
    void databaseThatIsMissingAtTheStartIsWaitedForAndEachVersionIsOneRow() throws Exception {
        stopPostgres();
        start();
        String device = Cloud.DEVICES.get(0);
        long version = cloud.wantTemperature(device, 21);
        cloud.send(device, "first");
        soon().untilAsserted(() -> assertThat(Files.readString(output)).contains("On delivery attempt"));
        assertThat(Files.readString(output)).doesNotContain("\tat ");
        assertThat(cloud.settledTemperature(device)).isEqualTo(-1);

        restartPostgres();

        soon().untilAsserted(() -> assertThat(cloud.settledTemperature(device)).isEqualTo(21));
        assertThat(database.count("shadow_history", "kind = 'delta' AND version = " + version))
                .isEqualTo(1);
        soon().untilAsserted(() -> assertThat(
                        database.texts("SELECT state FROM reported_state WHERE device = '" + device + "'"))
                .containsExactly("{\"temperature\":21}"));
        soon().until(() -> cloud.unacknowledged() == 0);
        assertThat(database.count("control_message", "message_id = 'id:first'")).isEqualTo(1);

        application.close();
        start();
        cloud.send(device, "first");
        cloud.send(device, "second");
        soon().until(() -> cloud.unacknowledged() == 0);
        assertThat(database.texts("SELECT message_id FROM control_message ORDER BY stored_at"))
                .containsExactly("id:first", "id:second");
        assertThat(database.count("shadow_history", "kind = 'delta'")).isEqualTo(1);
    }

    @Test
    void nothingAcknowledgedIsMissingAfterTheDatabaseWasAwayForHalfAMinute() throws Exception {
        start();
        cloud.wantTemperature(Cloud.DEVICES.get(0), 18);
        soon().until(() -> cloud.settledTemperature(Cloud.DEVICES.get(0)) == 18);
        Set<String> wanted = new HashSet<>();

        stopPostgres();
        long outageEnds = System.nanoTime() + OUTAGE.toNanos();
        for (int i = 0; i < DELTAS_IN_OUTAGE; i++) {
            String device = Cloud.DEVICES.get(i % Cloud.DEVICES.size());
            wanted.add(device + "/" + cloud.wantTemperature(device, 30 + i));
        }
        for (int i = 0; i < MESSAGES_IN_OUTAGE; i++) {
            String device = Cloud.DEVICES.get(i % Cloud.DEVICES.size());
            cloud.send(device, "outage-" + i);
            cloud.send(device, "outage-" + i);
        }
        int waiting = clock.schedule(cloud::unacknowledged, outageEnds - System.nanoTime(), TimeUnit.NANOSECONDS)
                .get();
        assertThat(waiting).isEqualTo(2 * MESSAGES_IN_OUTAGE);
        assertThat(Cloud.DEVICES).allMatch(device -> cloud.settledTemperature(device) == -1);

        restartPostgres();

        soon().untilAsserted(() -> {
            for (int last = DELTAS_IN_OUTAGE - Cloud.DEVICES.size(); last < DELTAS_IN_OUTAGE; last++) {
                String device = Cloud.DEVICES.get(last % Cloud.DEVICES.size());
                assertThat(cloud.settledTemperature(device)).isEqualTo(30 + last);
            }
        });
        soon().until(() -> cloud.unacknowledged() == 0);
        assertThat(database.texts("SELECT device || '/' || version FROM shadow_history WHERE kind = 'delta'"))
                .containsAll(wanted);
        assertThat(database.count("control_message", "message_id LIKE 'id:outage-%'"))
                .isEqualTo(MESSAGES_IN_OUTAGE);
        soon().untilAsserted(() -> assertThat(database.texts("SELECT state FROM reported_state ORDER BY device"))
                .containsExactly("{\"temperature\":42}", "{\"temperature\":43}", "{\"temperature\":44}"));
    }

    private void stopPostgres() {
        databaseStopped = true;
        postgres.stop();
    }

    private void restartPostgres() {
        postgres.restart();
        databaseStopped = false;
    }

    private void start() throws IOException {
        application = Application.start(
                FOLDER,
                cloud,
                List.of("database=postgresql"),
                Map.of(
                        "DATABASE_URL", database.url(),
                        "DATABASE_USER", database.user(),
                        "DATABASE_PASSWORD", database.password()),
                ProcessBuilder.Redirect.appendTo(output.toFile()));
        soon().until(cloud::allConnected);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
