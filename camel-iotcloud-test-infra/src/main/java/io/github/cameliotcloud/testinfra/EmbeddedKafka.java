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

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/** Kafka in this JVM: broker and controller of a KRaft cluster of one. */
final class EmbeddedKafka implements KafkaServer {

    private static final String HOST = "localhost";
    private static final int NODE_ID = 1;

    private final int port = Servers.freePort();
    private final Path directory;
    private final KafkaConfig configuration;
    private KafkaRaftServer server;

    private EmbeddedKafka(Path directory) {
        this.directory = directory;
        this.configuration = KafkaConfig.fromProps(properties(port, Servers.freePort(), directory));
    }

    static EmbeddedKafka startNew() throws Exception {
        EmbeddedKafka kafka = new EmbeddedKafka(Files.createTempDirectory("kafka"));
        kafka.format();
        kafka.start();
        return kafka;
    }

    private static Properties properties(int port, int controllerPort, Path directory) {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", String.valueOf(NODE_ID));
        properties.setProperty("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        properties.setProperty(
                "listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("log.dirs", directory.toString());
        // a cluster of one cannot copy, and nobody else has to be waited for
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "1");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        // a broker that comes back is not taken for a second one for long
        properties.setProperty("broker.session.timeout.ms", "1000");
        properties.setProperty("broker.heartbeat.interval.ms", "200");
        return properties;
    }

    private void format() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE_ID)
                .setControllerListenerName("CONTROLLER")
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .run();
    }

    @Override
    public String description() {
        return "embedded " + AppInfoParser.getVersion() + " at " + bootstrapServers();
    }

    @Override
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    @Override
    public void start() {
        server = new KafkaRaftServer(configuration, Time.SYSTEM);
        server.startup();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void remove() throws Exception {
        stop();
        Directories.delete(directory);
    }
}
