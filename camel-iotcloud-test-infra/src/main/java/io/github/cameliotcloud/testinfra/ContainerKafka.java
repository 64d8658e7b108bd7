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

import org.testcontainers.kafka.KafkaContainer;

/** Kafka in a container, at a fixed port so that it is found again after a stop. */
final class ContainerKafka implements KafkaServer {

    private static final int INNER_PORT = 9092;

    private final ContainerImage image;
    private final KafkaContainer container;

    private ContainerKafka(ContainerImage image) {
        this.image = image;
        this.container = new KafkaContainer(image.toDockerImage());
        // a broker that comes back is not taken for a second one for long
        container
                .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "1000")
                .withEnv("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "200");
        container.setPortBindings(List.of(Servers.freePort() + ":" + INNER_PORT));
    }

    static ContainerKafka start(ContainerImage image) {
        ContainerKafka kafka = new ContainerKafka(image);
        kafka.container.start();
        return kafka;
    }

    @Override
    public String description() {
        return image + " at " + bootstrapServers();
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void start() {
        Containers.start(container);
        KafkaProbe.await(container.getHost(), container.getMappedPort(INNER_PORT));
    }

    // the shell that runs it passes no signal on: Docker would wait ten seconds, then do the same
    @Override
    public void stop() {
        Containers.kill(container);
    }

    @Override
    public void remove() {
        container.stop();
    }
}
