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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServiceIT {

    @Test
    void rowsAreStillThereAfterAStopAndTheAddressIsTheSame() throws Exception {
        try (PostgresService postgres = PostgresService.start()) {
            String address = postgres.jdbcUrl();
            try (Connection connection = connect(postgres);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table seen (name text)");
                statement.execute("insert into seen values ('before')");
            }

            postgres.stop();
            assertThatThrownBy(() -> connect(postgres)).isInstanceOf(SQLException.class);
            postgres.restart();

            assertThat(postgres.jdbcUrl()).isEqualTo(address);
            try (Connection connection = connect(postgres);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select name from seen")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("before");
            }
        }
    }

    private static Connection connect(PostgresService postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.userName(), postgres.password());
    }
}
