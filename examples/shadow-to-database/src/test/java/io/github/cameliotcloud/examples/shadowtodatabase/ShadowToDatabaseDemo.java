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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Runs the application against the simulated cloud and an H2 database, and ends with what is in the database. */
public final class ShadowToDatabaseDemo {

    private static final Path FOLDER = Path.of("examples/shadow-to-database");
    private static final Path DATA = FOLDER.resolve("target/database");
    private static final Duration PERIOD = Duration.ofMillis(700);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final int changes;

    private ShadowToDatabaseDemo(int changes) {
        this.changes = changes;
    }

    /** @param args nothing, or how many changes to make */
    public static void main(String[] args) throws Exception {
        if (args.length > 1 || args.length == 1 && !args[0].matches("[1-9][0-9]{0,2}")) {
            System.err.println("shadow-to-database: give one number from 1 to 999, or nothing");
            System.exit(2);
        }
        try {
            String summary = new ShadowToDatabaseDemo(args.length == 0 ? 12 : Integer.parseInt(args[0])).run();
            System.out.println(summary);
        } catch (IllegalStateException e) {
            System.err.println("shadow-to-database: " + e.getMessage());
            System.exit(1);
        }
    }

    private String run() throws IOException, SQLException {
        deleteData();
        String url = "jdbc:h2:file:" + DATA.toAbsolutePath().resolve("iotcloud") + ";AUTO_SERVER=TRUE";
        try (Cloud cloud = new Cloud();
                Application application = Application.start(
                        FOLDER,
                        cloud,
                        List.of("database=h2", "quarkus.datasource.h2.jdbc.url=" + url),
                        Map.of(),
                        ProcessBuilder.Redirect.INHERIT)) {
            await("the devices to connect", application, cloud::allConnected);
            for (int i = 0; i < changes; i++) {
                change(cloud, application, i);
            }
            await("the control messages", application, () -> cloud.unacknowledged() == 0);
        }
        return summary(new Database(url, "sa", ""));
    }

    private static void change(Cloud cloud, Application application, int number) {
        LockSupport.parkNanos(PERIOD.toNanos());
        String device = Cloud.DEVICES.get(number % Cloud.DEVICES.size());
        int temperature = 18 + number % 9;
        cloud.wantTemperature(device, temperature);
        System.out.println("  wanted    " + device + "  temperature " + temperature);
        if (number % 2 == 1) {
            // twice, as a cloud that delivers at least once may do
            cloud.send(device, "ping-" + number);
            cloud.send(device, "ping-" + number);
        }
        await(device, application, () -> cloud.settledTemperature(device) == temperature);
    }

    private static String summary(Database database) throws SQLException {
        return "shadow-to-database: rows in H2: " + database.count("shadow_history", "kind = 'delta'") + " deltas, "
                + database.count("shadow_history", "kind = 'reported'") + " reported states, "
                + database.count("reported_state", "1 = 1") + " current states, "
                + database.count("control_message", "1 = 1") + " control messages";
    }

    private static void await(String what, Application application, BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (!application.isRunning()) {
                throw new IllegalStateException("the application has ended before its time");
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + LONGEST_WAIT.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static void deleteData() throws IOException {
        if (Files.exists(DATA)) {
            try (Stream<Path> files = Files.walk(DATA)) {
                files.sorted(Comparator.reverseOrder()).forEach(ShadowToDatabaseDemo::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
