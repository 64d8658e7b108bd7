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
import java.util.concurrent.locks.LockSupport;

import static io.github.cameliotcloud.examples.shadowtokafka.SimulatedCloud.PRODUCT;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** Who uses what the example connects: an application at the cloud, and devices that write what they measure to Kafka. */
final class OtherSide {

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final SimulatedCloud cloud;
    private final IotCloudSimulator simulator;
    private final KafkaTopics topics;
    private int changes;
    private int messages;
    private int readings;

    OtherSide(SimulatedCloud cloud, KafkaTopics topics) {
        this.cloud = cloud;
        this.simulator = cloud.simulator();
        this.topics = topics;
    }

    /** Wants so many temperatures; with each second one comes a control message and a reading. */
    void change(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            if (changeOne()) {
                topics.send("iotcloud.readings", PRODUCT + "/" + device(), "{\"humidity\":" + (40 + readings) + "}");
                readings++;
            }
        }
    }

    /** The same without readings, which are waiting in their devices meanwhile. */
    void changeWithoutKafka(int count) {
        for (int i = 0; i < count; i++) {
            changeOne();
        }
    }

    private boolean changeOne() {
        pause(PERIOD);
        changes++;
        int temperature = 17 + changes % 9;
        long version = simulator.setDesired(PRODUCT, device(), "{\"temperature\":" + temperature + "}");
        System.out.println("  wanted  " + device() + "  version " + version + "  temperature " + temperature);
        boolean second = changes % 2 == 0;
        if (second) {
            messages++;
            simulator.publishControl(PRODUCT, device(), "{\"blink\":" + messages + "}");
        }
        return second;
    }

    void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    int changes() {
        return changes;
    }

    /** Waits until all that was sent is where it shall be. */
    void awaitArrival() {
        await().atMost(LONGEST_WAIT)
                .until(() -> deltasInKafka() >= changes && messagesInKafka() >= messages && events() >= readings);
    }

    String summary() {
        return "shadow-to-kafka: " + deltasInKafka() + " deltas and " + messagesInKafka()
                + " control messages in Kafka, " + events() + " readings at the cloud";
    }

    private String device() {
        return cloud.devices().get((changes - 1) % cloud.devices().size());
    }

    private int deltasInKafka() {
        return topics.records("iotcloud.deltas").size();
    }

    private int messagesInKafka() {
        return topics.records("iotcloud.control").size();
    }

    private int events() {
        return simulator.received().size();
    }
}
