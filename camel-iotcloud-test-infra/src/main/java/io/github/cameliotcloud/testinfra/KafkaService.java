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
 * A real Kafka of one node: the container {@code apache/kafka} where Docker answers and has it or can get it, else a broker
 * in this JVM. Prints one line that says which, and why. The image is a setting: {@code -Dkafka.container} or
 * {@code KAFKA_CONTAINER}. The embedded one needs {@code kafka_2.13} on the class path, in the version of the client.
 */
public final class KafkaService implements AutoCloseable {

    private static final String NAME = "kafka";

    private final KafkaServer server;

    private KafkaService(KafkaServer server) {
        this.server = server;
    }

    /**
     * @return a Kafka that answers, with topics made at their first use
     * @throws IllegalStateException when there is none to be had
     */
    public static KafkaService start() {
        ContainerImage image = ContainerImage.of(NAME, "apache/kafka:3.9.1");
        return new KafkaService(Servers.start(
                NAME,
                image,
                () -> ContainerKafka.start(image),
                "org.apache.kafka:kafka_2.13",
                EmbeddedKafka::startNew));
    }

    /** @return {@code host:port}, the same for its life */
    public String bootstrapServers() {
        return server.bootstrapServers();
    }

    /** Stops the broker; clients lose their connections and get no new ones. */
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
