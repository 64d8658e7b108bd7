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

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.cameliotcloud.simulator.RawDevices.CONTROL;
import static io.github.cameliotcloud.simulator.RawDevices.DATA;
import static io.github.cameliotcloud.simulator.RawDevices.PUBACK;
import static io.github.cameliotcloud.simulator.RawDevices.PUBLISH_QOS_0;
import static io.github.cameliotcloud.simulator.RawDevices.PUBLISH_QOS_1;
import static io.github.cameliotcloud.simulator.RawDevices.REFUSED;
import static io.github.cameliotcloud.simulator.RawDevices.assertClosed;
import static io.github.cameliotcloud.simulator.RawDevices.assertNothingMore;
import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.RawMqttClient.Packet;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.Reaction;
import io.github.cameliotcloud.simulator.limits.Switch;
import io.github.cameliotcloud.simulator.limits.Violation;

/** Topics, permissions and wildcards (protocol.md 3.3). */
class Section33TopicsIT {

    private static final String OWN = PRODUCT + "/" + DEVICE + "/";
    private static final String FOREIGN = PRODUCT + "/other/event";
    private static final byte[] PAYLOAD = {1};

    private IotCloudSimulator simulator;

    private RawMqttClient device(Limits limits) {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, "other", SECRET)
                .customTopic(PRODUCT, "up/log", TopicPermission.PUBLISH)
                .customTopic(PRODUCT, "down/cmd", TopicPermission.SUBSCRIBE)
                .limits(limits)
                .start();
        return RawDevices.connected(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("3.3 a wildcard SUBSCRIBE attaches every permitted topic that matches")
    void wildcardSubscriptionReceivesWhatItMatches() {
        try (RawMqttClient device = device(Limits.relaxed())) {
            assertThat(device.subscribed(OWN + "#", 1)).isEqualTo(1);
            simulator.publishControl(PRODUCT, DEVICE, "on");
            simulator.publish(PRODUCT, DEVICE, "down/cmd", "x".getBytes(UTF_8), 1);
            List<Packet> messages = device.read(2);
            assertThat(messages).extracting(RawMqttClient::topicOf).containsExactly(CONTROL, OWN + "down/cmd");
            assertThat(simulator.subscriptions(PRODUCT, DEVICE)).containsExactly(OWN + "#");
        }
    }

    @Test
    @DisplayName("3.3 a wildcard SUBSCRIBE succeeds even if nothing matches")
    void wildcardSubscriptionThatMatchesNothingSucceeds() {
        try (RawMqttClient device = device(Limits.relaxed())) {
            assertThat(device.subscribed(OWN + "nothing/+/here", 1)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("3.3 UNSUBSCRIBE # clears all custom subscriptions, and no system topic")
    void unsubscribeWithWildcardClearsAllCustomSubscriptions() {
        try (RawMqttClient device = device(Limits.relaxed())) {
            device.subscribed(CONTROL, 1);
            device.subscribed(OWN + "down/cmd", 1);
            device.subscribed(SHADOW_RESULT, 0);
            device.unsubscribe(OWN + "#");
            device.read();
            assertThat(simulator.subscriptions(PRODUCT, DEVICE)).containsExactly(SHADOW_RESULT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ABC1234567/dev-01/event,1",
        "ABC1234567/dev-01/up/log,1",
        "ABC1234567/other/control,1",
        "ABC1234567/+/control,1",
        "$shadow/operation/result/ABC1234567/+,1",
        "#,0"
    })
    @DisplayName("3.3 no permission: SUBACK 0x80")
    void subscriptionWithoutPermissionIsRefused(String filter, int qos) {
        try (RawMqttClient device = device(Limits.relaxed())) {
            assertThat(device.subscribed(filter, qos)).isEqualTo(REFUSED);
            assertThat(simulator.subscriptions(PRODUCT, DEVICE)).isEmpty();
            assertNothingMore(device);
        }
    }

    @Test
    @DisplayName("3.3 no permission: no answer, if chosen")
    void refusedSubscriptionIsNotAnsweredWhenChosen() {
        try (RawMqttClient device = device(Limits.relaxed().with(Switch.REFUSED_SUBSCRIBE_IS_NOT_ANSWERED))) {
            device.subscribe(OWN + "event", 1);
            assertNothingMore(device);
            assertThat(device.subscribed(CONTROL, 1)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({PUBLISH_QOS_0 + "", PUBLISH_QOS_1 + ""})
    @DisplayName("3.3 PUBLISH without permission: no PUBACK")
    void publishWithoutPermissionIsDroppedAndNotAcknowledged(int header) {
        try (RawMqttClient device = device(Limits.relaxed())) {
            device.publish(header, FOREIGN, PAYLOAD);
            assertNothingMore(device);
            assertThat(simulator.received()).isEmpty();
            assertThat(simulator.droppedPublishes(PRODUCT, DEVICE)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("3.3 PUBLISH without permission closes, if chosen")
    void publishWithoutPermissionClosesWhenChosen() {
        try (RawMqttClient device = device(Limits.relaxed().with(Violation.NO_PERMISSION, Reaction.CLOSE))) {
            device.publish(PUBLISH_QOS_1, FOREIGN, PAYLOAD);
            assertClosed(device);
        }
    }

    @Test
    @DisplayName("3.3 custom classes have their permission")
    void customClassesHaveTheirPermission() {
        try (RawMqttClient device = device(Limits.relaxed())) {
            device.publish(PUBLISH_QOS_1, OWN + "up/log", PAYLOAD);
            assertThat(device.read().header()).isEqualTo(PUBACK);
            device.publish(PUBLISH_QOS_1, OWN + "down/cmd", PAYLOAD);
            assertNothingMore(device);
            assertThat(device.subscribed(OWN + "down/cmd", 1)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("3.3 the payload is opaque bytes")
    void payloadIsOpaque() {
        byte[] bytes = {0, (byte) 0xFF, '{', (byte) 0x80};
        try (RawMqttClient device = device(Limits.relaxed())) {
            device.publish(PUBLISH_QOS_1, DATA, bytes);
            assertThat(device.read().header()).isEqualTo(PUBACK);
            assertThat(simulator.received())
                    .singleElement()
                    .satisfies(message -> assertThat(message.payload()).containsExactly(bytes));
        }
    }

    @Test
    @DisplayName("3.3 the oldest edition has no wildcards and no class data, if chosen")
    void oldestEditionCanBeChosen() {
        try (RawMqttClient device =
                device(Limits.relaxed().with(Switch.WILDCARDS_ARE_REFUSED).with(Switch.NO_DATA_TOPIC))) {
            assertThat(device.subscribed(OWN + "#", 1)).isEqualTo(REFUSED);
            assertThat(device.subscribed(DATA, 1)).isEqualTo(REFUSED);
            assertThat(device.subscribed(CONTROL, 1)).isEqualTo(1);
        }
    }
}
