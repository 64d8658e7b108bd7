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
        PortProbe.await("Kafka", container.getHost(), container.getMappedPort(INNER_PORT));
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
