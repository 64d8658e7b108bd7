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
package io.github.cameliotcloud.examples.shadowtokafka;

import java.time.Duration;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import com.fasterxml.jackson.databind.JsonNode;

import static io.github.cameliotcloud.examples.shadowtokafka.SimulatedCloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.testinfra.KafkaService;

/** Kafka goes away, and comes back. */
@ExtendWith({SharedKafka.class, OutputCaptureExtension.class})
class KafkaOutageIT {

    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DEVICE = "boiler-1";

    private final KafkaService kafka;
    private final KafkaTopics topics;
    private SimulatedCloud cloud;
    private IotCloudSimulator simulator;

    KafkaOutageIT(KafkaService kafka) {
        this.kafka = kafka;
        this.topics = new KafkaTopics(kafka.bootstrapServers());
    }

    @BeforeEach
    void startCloud() throws Exception {
        cloud = SimulatedCloud.start(List.of(DEVICE));
        simulator = cloud.simulator();
    }

    @AfterEach
    void stopCloud() throws Exception {
        cloud.close();
    }

    @Test
    void nothingAcknowledgedIsMissingAfterKafkaWasAwayForThirtySeconds(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext application = start("outage")) {
            simulator.setDesired(PRODUCT, DEVICE, "{\"temperature\":-1}");
            await().atMost(PATIENCE).until(() -> reported() == -1);

            kafka.stop();
            Traffic traffic = Traffic.start(simulator, DEVICE);
            await().pollInterval(Duration.ofSeconds(1))
                    .during(OUTAGE)
                    .atMost(OUTAGE.plusSeconds(10))
                    .untilAsserted(() -> assertThat(reported()).isEqualTo(-1));
            traffic.stop();
            assertThat(simulator.pendingMessages(PRODUCT, DEVICE))
                    .isEqualTo(traffic.sent().size());
            kafka.restart();

            await().atMost(PATIENCE).until(() -> simulator.pendingMessages(PRODUCT, DEVICE) == 0);
            assertThat(values("outage.control")).containsSubsequence(traffic.sent());
            await().atMost(PATIENCE).until(this::isNothingWanted);
            int wantedLast = traffic.sent().size();
            assertThat(reported()).isEqualTo(wantedLast);
            assertThat(values("outage.deltas")).last().isEqualTo("{\"temperature\":" + wantedLast + "}");
            assertThat(output).contains("control-boiler-1  not delivered yet, it is tried again until it is: ");
            assertThat(output.toString().lines().filter(line -> line.startsWith("WARN")))
                    .hasSizeLessThan(5);
        }
    }

    @Test
    void messagesGetThroughWhenKafkaComesLaterThanTheApplication(CapturedOutput output) {
        kafka.stop();
        try (ConfigurableApplicationContext application = start("late")) {
            assertThat(output).contains("no Kafka listens at " + kafka.bootstrapServers());
            simulator.publishControl(PRODUCT, DEVICE, "early");
            await().atMost(PATIENCE).until(() -> output.toString().contains("control-boiler-1  not delivered yet"));
        }
        assertThat(simulator.pendingMessages(PRODUCT, DEVICE)).isEqualTo(1);

        try (ConfigurableApplicationContext application = start("late")) {
            kafka.restart();

            await().atMost(PATIENCE).until(() -> simulator.pendingMessages(PRODUCT, DEVICE) == 0);
            assertThat(values("late.control")).containsOnly("early");
        }
    }

    private ConfigurableApplicationContext start(String topicPrefix) {
        return new ApplicationRun(cloud, kafka.bootstrapServers())
                .set("topic.deltas", topicPrefix + ".deltas")
                .set("topic.control", topicPrefix + ".control")
                .set("topic.readings", topicPrefix + ".readings")
                .start();
    }

    private int reported() {
        return state().path("reported").path("temperature").asInt();
    }

    private boolean isNothingWanted() {
        return state().path("desired").isMissingNode();
    }

    private JsonNode state() {
        return simulator.shadow(PRODUCT, DEVICE).path("state");
    }

    private List<String> values(String topic) {
        return topics.records(topic).stream().map(ConsumerRecord::value).toList();
    }
}
