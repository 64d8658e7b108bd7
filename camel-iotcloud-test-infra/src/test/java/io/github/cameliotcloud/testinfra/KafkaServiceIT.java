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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KafkaServiceIT {

    @Test
    void recordsAreStillThereAfterAStopAndTheAddressIsTheSame() throws Exception {
        try (KafkaService kafka = KafkaService.start()) {
            String address = kafka.bootstrapServers();
            send(address, "before");

            kafka.stop();
            assertThat(listens(address)).isFalse();
            kafka.restart();
            send(address, "after");

            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            assertThat(read(address, 2)).containsExactly("before", "after");
        }
    }

    private static boolean listens(String address) {
        String[] hostAndPort = address.split(":");
        return PortProbe.listens(hostAndPort[0], Integer.parseInt(hostAndPort[1]));
    }

    private static void send(String address, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("topic", value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(String address, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "group.id", "test", "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("topic"));
            List<String> values = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
            return values;
        }
    }
}
