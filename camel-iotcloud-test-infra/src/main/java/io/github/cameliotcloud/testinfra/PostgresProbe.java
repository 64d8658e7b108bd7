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
package io.github.cameliotcloud.testinfra;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

import org.awaitility.Awaitility;

/** Asks whether a PostgreSQL takes connections. An open port does not tell: it is open while the server recovers. */
final class PostgresProbe {

    private PostgresProbe() {}

    static void await(PostgresServer server) {
        Awaitility.await("PostgreSQL at " + server.jdbcUrl())
                .atMost(PortProbe.LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> answers(server));
    }

    private static boolean answers(PostgresServer server) {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(), server.userName(), server.password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
