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
package io.github.cameliotcloud.simulator;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cameliotcloud.simulator.RawMqttClient.Packet;

/** Late PUBACKs and SUBACKs. */
class AckFaultsIT {

    private static final int PUBACK = 0x40;
    private static final int SUBACK = 0x90;
    private static final int PINGRESP = 0xD0;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final String CONTROL = PRODUCT + "/" + DEVICE + "/control";
    private static final String EVENT = PRODUCT + "/" + DEVICE + "/event";
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final Duration TIMER_TOLERANCE = Duration.ofMillis(10);

    private IotCloudSimulator simulator;
    private FaultInjection faults;
    private RawMqttClient raw;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
        faults = simulator.faults();
        raw = new RawMqttClient(simulator);
        raw.connect(true);
    }

    @AfterEach
    void stop() {
        raw.close();
        simulator.close();
    }

    @Test
    void pubAckComesLateForAMessageThatIsRecordedAtOnce() {
        faults.delayPubAcks(PRODUCT, DEVICE, DELAY);
        long begin = System.nanoTime();

        raw.publish(PUBLISH_QOS_1, EVENT, new byte[] {1});
        raw.ping();

        assertThat(raw.read().header()).isEqualTo(PINGRESP);
        assertThat(simulator.received()).hasSize(1);
        assertThat(raw.read().header()).isEqualTo(PUBACK);
        assertThat(since(begin)).isGreaterThanOrEqualTo(DELAY.minus(TIMER_TOLERANCE));
    }

    @Test
    void pubAcksKeepTheirOrderWhenTheDelayIsSwitchedOff() {
        faults.delayPubAcks(PRODUCT, DEVICE, DELAY);
        raw.publish(PUBLISH_QOS_1, EVENT, new byte[] {1}, 1);
        assertPingIsNext();
        faults.delayPubAcks(PRODUCT, DEVICE, Duration.ZERO);
        raw.publish(PUBLISH_QOS_1, EVENT, new byte[] {2}, 2);
        raw.publish(PUBLISH_QOS_1, EVENT, new byte[] {3}, 3);

        List<Packet> acks = Stream.generate(raw::read).limit(3).toList();

        assertThat(acks).extracting(Packet::header).containsOnly(PUBACK);
        assertThat(acks).extracting(ack -> ack.body()[1]).containsExactly((byte) 1, (byte) 2, (byte) 3);
    }

    @Test
    void latePubAckDoesNotReachTheNextConnection() {
        faults.delayPubAcks(PRODUCT, DEVICE, DELAY);
        raw.publish(PUBLISH_QOS_1, EVENT, new byte[] {1}, 1);
        assertPingIsNext();
        faults.cutConnection(PRODUCT, DEVICE);
        assertThat(raw.read()).isNull();

        try (RawMqttClient next = new RawMqttClient(simulator)) {
            next.connect(true);
            next.publish(PUBLISH_QOS_1, EVENT, new byte[] {2}, 2);
            assertThat(next.read().body()).containsExactly(0, 2);
        }
    }

    @Test
    void subAckComesLateForASubscriptionThatIsActiveAtOnce() {
        faults.delaySubAcks(PRODUCT, DEVICE, DELAY);
        long begin = System.nanoTime();

        raw.subscribe(CONTROL, 1);
        assertPingIsNext();
        simulator.publishControl(PRODUCT, DEVICE, "early");

        assertThat(new String(raw.read().body(), UTF_8)).endsWith("early");
        assertThat(raw.read().header()).isEqualTo(SUBACK);
        assertThat(since(begin)).isGreaterThanOrEqualTo(DELAY.minus(TIMER_TOLERANCE));
    }

    @Test
    void withoutDelaysTheAnswerComesAtOnce() {
        raw.publish(PUBLISH_QOS_1, EVENT, new byte[] {1});
        raw.ping();
        assertThat(raw.read().header()).isEqualTo(PUBACK);
        assertThat(raw.read().header()).isEqualTo(PINGRESP);

        raw.subscribe(CONTROL, 1);
        raw.ping();
        assertThat(raw.read().header()).isEqualTo(SUBACK);
    }

    @Test
    void impossibleDelaysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.delayPubAcks(PRODUCT, DEVICE, Duration.ofMillis(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.delaySubAcks(PRODUCT, DEVICE, Duration.ofMillis(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        faults.delayPubAcks(PRODUCT, DEVICE, Duration.ofDays(1).plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.delaySubAcks(PRODUCT, "unknown", Duration.ZERO));
    }

    private void assertPingIsNext() {
        raw.ping();
        assertThat(raw.read().header()).isEqualTo(PINGRESP);
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
