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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** PostgreSQL as a process of this machine, from binaries on the class path. */
final class EmbeddedPostgresServer implements PostgresServer {

    private static final String USER = "postgres";

    private final int port = Servers.freePort();
    private final Path directory;
    private EmbeddedPostgres process;

    private EmbeddedPostgresServer(Path directory) {
        this.directory = directory;
    }

    static EmbeddedPostgresServer startNew() throws IOException {
        EmbeddedPostgresServer server = new EmbeddedPostgresServer(Files.createTempDirectory("postgres"));
        server.start();
        return server;
    }

    @Override
    public String description() {
        return "embedded at " + jdbcUrl();
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    @Override
    public String userName() {
        return USER;
    }

    /** It trusts whoever comes from this machine. */
    @Override
    public String password() {
        return USER;
    }

    @Override
    public void start() throws IOException {
        process = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .start();
    }

    @Override
    public void stop() throws IOException {
        if (process != null) {
            process.close();
            process = null;
        }
    }

    @Override
    public void remove() throws IOException {
        stop();
        Directories.delete(directory);
    }
}
