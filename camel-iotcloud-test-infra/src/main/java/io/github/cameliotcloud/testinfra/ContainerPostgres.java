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

import java.util.List;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container, at a fixed port so that it is found again after a stop. */
final class ContainerPostgres implements PostgresServer {

    private static final int INNER_PORT = 5432;

    private final ContainerImage image;
    private final PostgreSQLContainer container;

    private ContainerPostgres(ContainerImage image) {
        this.image = image;
        this.container = new PostgreSQLContainer(image.toDockerImage());
        container.setPortBindings(List.of(Servers.freePort() + ":" + INNER_PORT));
    }

    static ContainerPostgres start(ContainerImage image) {
        ContainerPostgres postgres = new ContainerPostgres(image);
        postgres.container.start();
        return postgres;
    }

    @Override
    public String description() {
        return image + " at " + jdbcUrl();
    }

    @Override
    public String jdbcUrl() {
        return container.getJdbcUrl();
    }

    @Override
    public String userName() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public void start() {
        Containers.start(container);
        PostgresProbe.await(this);
    }

    @Override
    public void stop() {
        Containers.stop(container);
    }

    @Override
    public void remove() {
        container.stop();
    }
}
