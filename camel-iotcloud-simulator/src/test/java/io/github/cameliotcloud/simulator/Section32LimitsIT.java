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
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;

import static io.github.cameliotcloud.simulator.RawDevices.CONTROL;
import static io.github.cameliotcloud.simulator.RawDevices.DATA;
import static io.github.cameliotcloud.simulator.RawDevices.EVENT;
import static io.github.cameliotcloud.simulator.RawDevices.PUBACK;
import static io.github.cameliotcloud.simulator.RawDevices.PUBLISH_QOS_1;
import static io.github.cameliotcloud.simulator.RawDevices.REFUSED;
import static io.github.cameliotcloud.simulator.RawDevices.assertClosed;
import static io.github.cameliotcloud.simulator.RawDevices.assertNothingMore;
import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Reaction;
import io.github.cameliotcloud.simulator.limits.Violation;

/** The limits of both editions (protocol.md 3.2), by a clock that the test sets. */
class Section32LimitsIT {

    private static final byte[] PAYLOAD = {1};

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-23T00:00:00Z"));
    private IotCloudSimulator simulator;

    private void start(Limits limits) {
        simulator = builder(limits).start();
    }

    private IotCloudSimulatorBuilder builder(Limits limits) {
        return IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .clock(clock)
                .limits(limits);
    }

    private RawMqttClient device(Limits limits) {
        start(limits);
        return RawDevices.connected(simulator);
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    @DisplayName("3.2 one topic filter per SUBSCRIBE")
    void moreThanOneFilterPerSubscribeIsRefused() {
        start(Limits.editionA());
        try (TestDevice device = TestDevice.connected(simulator)) {
            assertThatExceptionOfType(Mqtt3SubAckException.class)
                    .isThrownBy(() -> subscribeToTwo(device))
                    .satisfies(e -> assertThat(e.getMqttMessage().getReturnCodes())
                            .allMatch(code -> code.getCode() == REFUSED));
            assertThat(simulator.subscriptions(PRODUCT, DEVICE)).isEmpty();
        }
    }

    @Test
    @DisplayName("3.2 more filters per SUBSCRIBE, if chosen")
    void moreFiltersPerSubscribeAreGrantedWhenChosen() {
        start(Limits.editionA().with(Limit.FILTERS_PER_SUBSCRIBE, 2));
        try (TestDevice device = TestDevice.connected(simulator)) {
            subscribeToTwo(device);
            assertThat(simulator.subscriptions(PRODUCT, DEVICE)).containsExactlyInAnyOrder(CONTROL, DATA);
        }
    }

    @Test
    @DisplayName("3.2 subscribe and unsubscribe take effect within 5 s: at once")
    void subscriptionTakesEffectAtOnce() {
        try (RawMqttClient device = device(Limits.editionA())) {
            assertThat(device.subscribed(CONTROL, 0)).isZero();
            simulator.publishControl(PRODUCT, DEVICE, "seen");
            assertThat(RawMqttClient.textOf(device.read())).isEqualTo("seen");
            device.unsubscribe(CONTROL);
            device.read();
            simulator.publishControl(PRODUCT, DEVICE, "lost");
            assertNothingMore(device);
        }
    }

    @Test
    @DisplayName("3.2 subscriptions per device (L: 100)")
    void subscriptionBeyondTheLimitIsRefused() {
        try (RawMqttClient device = device(Limits.editionL())) {
            String wildcard = PRODUCT + "/" + DEVICE + "/a%d/+";
            IntStream.range(0, 100)
                    .forEach(i -> assertThat(device.subscribed(String.format(wildcard, i), 1))
                            .isEqualTo(1));
            assertThat(device.subscribed(CONTROL, 1)).isEqualTo(REFUSED);
            assertThat(device.subscribed(String.format(wildcard, 7), 0)).isZero();
            assertThat(simulator.subscriptions(PRODUCT, DEVICE)).hasSize(100);
        }
    }

    @Test
    @DisplayName("3.2 payload 16 KB, larger closes the connection (P)")
    void payloadOf16KbIsAcceptedAndOneByteMoreCloses() {
        try (RawMqttClient device = device(Limits.editionA())) {
            device.publish(PUBLISH_QOS_1, EVENT, new byte[16_384]);
            assertThat(device.read().header()).isEqualTo(PUBACK);
            device.publish(PUBLISH_QOS_1, EVENT, new byte[16_385]);
            assertClosed(device);
        }
        assertThat(simulator.received()).hasSize(1);
        assertThat(violations(Violation.OVERSIZE)).isEqualTo(1);
    }

    @Test
    @DisplayName("3.2 a larger payload is dropped, if chosen")
    void oversizeIsDroppedWhenChosen() {
        try (RawMqttClient device =
                device(Limits.editionA().with(Limit.PAYLOAD_BYTES, 10).with(Violation.OVERSIZE, Reaction.DROP))) {
            device.publish(PUBLISH_QOS_1, EVENT, new byte[11]);
            assertNothingMore(device);
            assertThat(violations(Violation.OVERSIZE)).isEqualTo(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.publish(PRODUCT, DEVICE, "control", new byte[11], 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"editionA,11", "editionL,7"})
    @DisplayName("3.2 a topic that is too long or too deep is dropped, a filter gets 0x80 (P)")
    void tooDeepTopicIsDroppedAndTooDeepFilterIsRefused(String edition, int slashes) {
        try (RawMqttClient device = device(Limits.named(edition))) {
            String deep = PRODUCT + "/" + DEVICE + "/x".repeat(slashes - 1);
            device.publish(PUBLISH_QOS_1, deep, PAYLOAD);
            device.publish(PUBLISH_QOS_1, EVENT + "x".repeat(60_000), PAYLOAD);
            assertNothingMore(device);
            assertThat(violations(Violation.TOPIC_TOO_LONG_OR_DEEP)).isEqualTo(2);
            String filter = deep.substring(0, deep.length() - 1) + "+";
            assertThat(device.subscribed(filter, 0)).isEqualTo(REFUSED);
            assertThat(device.subscribed(filter.replaceFirst("/x", ""), 0)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"editionA,30", "editionL,20"})
    @DisplayName("3.2 uplink over the rate is dropped without PUBACK and counted (P)")
    void uplinkOverTheRateIsDroppedAndCounted(String edition, int perSecond) {
        try (RawMqttClient device = device(Limits.named(edition))) {
            IntStream.range(0, perSecond + 2).forEach(i -> device.publish(PUBLISH_QOS_1, EVENT, PAYLOAD));
            assertThat(device.read(perSecond)).allMatch(packet -> packet.header() == PUBACK);
            assertNothingMore(device);
            assertThat(simulator.received()).hasSize(perSecond);
            assertThat(violations(Violation.OVER_RATE)).isEqualTo(2);
            assertThat(simulator.droppedPublishes(PRODUCT, DEVICE)).isZero();

            clock.advance(Duration.ofSeconds(1));
            device.publish(PUBLISH_QOS_1, EVENT, PAYLOAD);
            assertThat(device.read().header()).isEqualTo(PUBACK);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "ACKNOWLEDGE"})
    @DisplayName("3.2 uplink over the rate closes or is acknowledged, if chosen")
    void reactionToUplinkOverTheRateCanBeChosen(Reaction reaction) {
        try (RawMqttClient device =
                device(Limits.relaxed().with(Limit.UPLINK_PER_SECOND, 1).with(Violation.OVER_RATE, reaction))) {
            device.publish(PUBLISH_QOS_1, EVENT, PAYLOAD);
            assertThat(device.read().header()).isEqualTo(PUBACK);
            device.publish(PUBLISH_QOS_1, EVENT, PAYLOAD);
            if (reaction == Reaction.CLOSE) {
                assertClosed(device);
            } else {
                assertThat(device.read().header()).isEqualTo(PUBACK);
            }
            assertThat(simulator.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"editionA,50", "editionL,20"})
    @DisplayName("3.2 downlink over the rate is refused and counted (P)")
    void downlinkOverTheRateIsRefusedAndCounted(String edition, int perSecond) {
        start(Limits.named(edition));
        try (RawMqttClient device = RawDevices.subscribed(simulator, true)) {
            IntStream.range(0, perSecond).forEach(i -> simulator.publishControl(PRODUCT, DEVICE, "x"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> simulator.publishControl(PRODUCT, DEVICE, "too many"))
                    .withMessageContaining("DOWNLINK_PER_SECOND");
            assertThat(device.readAndAcknowledge(perSecond)).hasSize(perSecond);
            assertNothingMore(device);
            assertThat(simulator.counters(PRODUCT, DEVICE).overRateDownlinks()).isEqualTo(1);
            clock.advance(Duration.ofSeconds(1));
            simulator.publishControl(PRODUCT, DEVICE, "next second");
            assertThat(RawMqttClient.textOf(device.read())).isEqualTo("next second");
        }
    }

    @ParameterizedTest
    @CsvSource({"editionA,0,900", "editionL,60,850"})
    @DisplayName("3.2 keepAlive outside of the range is refused")
    void keepAliveOutsideOfTheRangeIsRefused(String edition, int least, int greatest) {
        start(Limits.named(edition).with(Limit.CONNECT_INTERVAL_MS, 0));
        assertThat(codeForKeepAlive(least)).isZero();
        assertThat(codeForKeepAlive(greatest)).isZero();
        assertThat(codeForKeepAlive(greatest + 1)).isEqualTo(2);
        if (least > 0) {
            assertThat(codeForKeepAlive(least - 1)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"editionA,100", "editionL,20"})
    @DisplayName("3.2 custom topic classes per product")
    void tooManyCustomTopicClassesAreRefusedAtTheStart(String edition, int most) {
        IotCloudSimulatorBuilder builder = builder(Limits.named(edition));
        IntStream.range(0, most).forEach(i -> builder.customTopic(PRODUCT, "c" + i, TopicPermission.PUBLISH));
        simulator = builder.start();
        builder.customTopic(PRODUCT, "one-more", TopicPermission.PUBLISH);
        assertThatIllegalArgumentException()
                .isThrownBy(builder::start)
                .withMessage("Product " + PRODUCT + " has " + (most + 1)
                        + " custom topic classes, but the limit CUSTOM_TOPIC_CLASSES is " + most);
    }

    private int codeForKeepAlive(int seconds) {
        try (RawMqttClient device = new RawMqttClient(simulator)) {
            return device.connect("MQTT", 4, true, seconds).body()[1];
        }
    }

    private int violations(Violation violation) {
        return simulator.counters(PRODUCT, DEVICE).violations(violation);
    }

    private static void subscribeToTwo(TestDevice device) {
        device.client()
                .subscribeWith()
                .addSubscription()
                .topicFilter(CONTROL)
                .qos(MqttQos.AT_LEAST_ONCE)
                .applySubscription()
                .addSubscription()
                .topicFilter(DATA)
                .qos(MqttQos.AT_LEAST_ONCE)
                .applySubscription()
                .send();
    }
}
