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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

import static io.github.cameliotcloud.examples.shadowtokafka.SimulatedCloud.PRODUCT;
import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.assertThatDevice;
import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.desired;
import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.junit5.DeviceAssert;
import io.github.cameliotcloud.testinfra.KafkaService;

@ExtendWith(SharedKafka.class)
class ShadowToKafkaIT {

    private static SimulatedCloud cloud;
    private static IotCloudSimulator simulator;
    private static KafkaTopics topics;
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start(KafkaService kafka) throws Exception {
        cloud = SimulatedCloud.start(List.of("thermostat-1", "thermostat-2", "thermostat-3"));
        simulator = cloud.simulator();
        topics = new KafkaTopics(kafka.bootstrapServers());
        application = new ApplicationRun(cloud, kafka.bootstrapServers())
                .set("camel.component.iotcloud.reconnect-delay", "500")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        application.close();
        cloud.close();
    }

    @Test
    void deltaIsInKafkaUnderTheKeyOfItsDeviceAndThenReported() {
        long version = simulator.setDesired(PRODUCT, "thermostat-1", "{\"temperature\":21}");

        device("thermostat-1")
                .shadowBecomes(reported("{\"temperature\":21}"))
                .shadowBecomes(desired("{\"temperature\":null}"));
        ConsumerRecord<String, String> record = last("iotcloud.deltas");
        assertThat(record.key()).isEqualTo(PRODUCT + "/thermostat-1");
        assertThat(record.value()).isEqualTo("{\"temperature\":21}");
        assertThat(KafkaTopics.header(record, "product")).isEqualTo(PRODUCT);
        assertThat(KafkaTopics.header(record, "device")).isEqualTo("thermostat-1");
        assertThat(KafkaTopics.header(record, "version")).isEqualTo(String.valueOf(version));
    }

    @Test
    void controlMessageIsInKafkaByteForByteBeforeItIsAcknowledged() {
        simulator.publishControl(PRODUCT, "thermostat-2", "not JSON: \u00e4");

        await().until(() -> simulator.pendingMessages(PRODUCT, "thermostat-2") == 0);
        ConsumerRecord<String, String> record = last("iotcloud.control");
        assertThat(record.key()).isEqualTo(PRODUCT + "/thermostat-2");
        assertThat(record.value()).isEqualTo("not JSON: \u00e4");
        assertThat(KafkaTopics.header(record, "device")).isEqualTo("thermostat-2");
    }

    @Test
    void readingBecomesAnEventAndReportedState() throws Exception {
        topics.send("iotcloud.readings", PRODUCT + "/thermostat-1", "{\"humidity\":40}");

        device("thermostat-1").published("event", "{\"humidity\":40}").shadowBecomes(reported("{\"humidity\":40}"));
    }

    @Test
    void readingThatTheCloudWouldRefuseIsSetAsideWithTheReason() throws Exception {
        topics.send("iotcloud.readings", PRODUCT + "/thermostat-2", "no JSON object");
        topics.send("iotcloud.readings", PRODUCT + "/unknown", "{\"humidity\":41}");
        topics.send("iotcloud.readings", "thermostat-2&brokerUrl=tcp://other:1883", "{\"humidity\":42}");
        topics.send("iotcloud.readings", PRODUCT + "/thermostat-2", "{\"humidity\":43}");

        device("thermostat-2").published("event", "{\"humidity\":43}").shadowBecomes(reported("{\"humidity\":43}"));
        List<ConsumerRecord<String, String>> rejected = topics.records("iotcloud.readings.rejected");
        assertThat(rejected)
                .extracting(ConsumerRecord::value)
                .containsExactly("no JSON object", "{\"humidity\":41}", "{\"humidity\":42}");
        assertThat(rejected)
                .allSatisfy(record ->
                        assertThat(KafkaTopics.header(record, "reason")).isNotBlank());
        assertThat(simulator.received(PRODUCT, "thermostat-2", "event")).hasSize(1);
    }

    @Test
    void readingThatComesWhileTheCloudIsAwayIsNotSetAside() throws Exception {
        simulator.faults().goAway();
        topics.send("iotcloud.readings", PRODUCT + "/thermostat-3", "{\"humidity\":50}");
        await().during(Duration.ofSeconds(3)).until(() -> simulator.totalConnections() == 0);
        simulator.faults().comeBack();

        device("thermostat-3").published("event", "{\"humidity\":50}").shadowBecomes(reported("{\"humidity\":50}"));
        assertThat(simulator.received(PRODUCT, "thermostat-3", "event")).hasSize(1);
    }

    private static DeviceAssert device(String device) {
        return assertThatDevice(simulator, PRODUCT, device).within(Duration.ofSeconds(20));
    }

    private static ConsumerRecord<String, String> last(String topic) {
        List<ConsumerRecord<String, String>> records = topics.records(topic);
        return records.get(records.size() - 1);
    }
}
