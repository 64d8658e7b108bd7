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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;

import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.desired;
import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.noDelta;
import static io.github.cameliotcloud.simulator.junit5.IotCloudAssertions.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.simulator.junit5.DeviceAssert;
import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorExtension;

class DeviceAssertIT {

    private static final String PRODUCT = TestDevice.PRODUCT;
    private static final String DEVICE = TestDevice.DEVICE;
    private static final Duration SHORT = Duration.ofMillis(50);

    @RegisterExtension
    final IotCloudSimulatorExtension cloud =
            IotCloudSimulatorExtension.of(builder -> builder.device(PRODUCT, DEVICE, TestDevice.SECRET));

    @Test
    void waitsUntilTheMessageComes() {
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> {
            try (TestDevice device = TestDevice.connected(cloud.simulator())) {
                device.publish(device.topic("event"), "{\"b\":[1.0],\"a\":20}", 1);
                device.publish(device.topic("event"), "on", 1);
            }
        });

        device().published("event", "{\"a\":20,\"b\":[1]}")
                .published("event", "on")
                .published("event", message -> message.qos() == 1)
                .publishedSatisfying(
                        "event", message -> assertThat(message.text()).startsWith("o"));
        assertThat(publishing).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void failureTellsWhatWasSeenInsteadAsTheManualShows() throws IOException {
        cloud.setDesired(PRODUCT, DEVICE, "{\"temperature\":21}");
        try (TestDevice device = TestDevice.connected(cloud.simulator())) {
            device.subscribe(TestDevice.SHADOW_RESULT, 1);
            device.publish(device.topic("evnt"), "{\"temperature\":20}", 0);
            device.publish(device.topic("event"), "{\"temperature\":21}", 1);

            assertThatThrownBy(() -> device().within(SHORT).published("event", "{\"temperature\":20}"))
                    .isInstanceOf(AssertionError.class)
                    .message()
                    .isEqualToNormalizingNewlines(
                            "\n" + manual("failure").replace("within 10 s", "within 0.05 s") + "\n");
        }
    }

    @Test
    void payloadsAreShownOnOneLineAndCut() {
        try (TestDevice device = TestDevice.connected(cloud.simulator())) {
            device.publish(device.topic("event"), "100% 1\n2 " + "x".repeat(1_000), 1);

            assertThatThrownBy(() -> device().as("heating").within(SHORT).published("event", "20"))
                    .hasMessageStartingWith("[heating] ")
                    .hasMessageContaining("event 100% 1?2 x")
                    .hasMessageContaining("xxx... (1009 characters)");
        }
    }

    @Test
    void failureTellsWhyTheNewestMessageDidNotPass() {
        try (TestDevice device = TestDevice.connected(cloud.simulator())) {
            device.publish(device.topic("event"), "19", 1);

            assertThatThrownBy(() -> device().within(SHORT)
                            .publishedSatisfying(
                                    "event",
                                    message -> assertThat(message.text())
                                            .as("temperature")
                                            .isEqualTo("20")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("a message that passes the assertions")
                    .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("[temperature]"));
        }
    }

    @Test
    void failureShowsTheNewestOfManyMessages() {
        try (TestDevice device = TestDevice.connected(cloud.simulator())) {
            for (int i = 1; i <= 25; i++) {
                device.publish(device.topic("event"), "number " + i, 1);
            }

            assertThatThrownBy(() -> device().within(SHORT).published("event", "number 26"))
                    .hasMessageContaining("5 older messages, not shown")
                    .hasMessageContaining("event number 6" + System.lineSeparator())
                    .hasMessageNotContaining("event number 5" + System.lineSeparator());
        }
    }

    @Test
    void nothingBeforeAMarkerIsSeenWithoutWaiting() {
        try (TestDevice device = TestDevice.connected(cloud.simulator())) {
            device.publish(device.topic("data"), "done", 1);
            device.publish(device.topic("event"), "late", 1);
            device.publish(device.topic("data"), "done again", 1);

            device().published("data", "done").butNothingBeforeOn("event");
            assertThatThrownBy(() -> device().published("data", "done again").butNothingBeforeOn("event"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("to publish nothing on event before done again");
        }
    }

    @Test
    void nothingCanBeSaidWithoutAMarker() {
        assertThatThrownBy(() -> device().butNothingBeforeOn("event"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call published(..) before butNothingBeforeOn(..)");
    }

    @Test
    void shadowBecomesWhatTheDeviceReports() {
        cloud.setDesired(PRODUCT, DEVICE, "{\"t\":20}");
        device().shadowBecomes(desired("{\"t\":20.0}"));
        assertThatThrownBy(() -> device().within(SHORT).shadowBecomes(noDelta()))
                .hasMessageContaining("to have a shadow with no delta")
                .hasMessageContaining(
                        "shadow: version 1, {\"reported\":{},\"desired\":{\"t\":20},\"delta\":{\"t\":20}}");
        try (TestDevice device = TestDevice.connected(cloud.simulator())) {
            device.publish(
                    TestDevice.SHADOW_OPERATION,
                    "{\"type\":\"update\",\"state\":{\"reported\":{\"t\":20,\"u\":{\"v\":1}},\"desired\":null}}",
                    1);

            device().shadowBecomes(reported("{\"t\":20}"))
                    .shadowBecomes(reported("{\"u\":{\"v\":1,\"w\":null}}"))
                    .shadowBecomes(desired("{\"t\":null}"))
                    .shadowBecomes(noDelta());
        }
    }

    @Test
    void onlineAndOfflineAreSeen() {
        TestDevice device = TestDevice.connected(cloud.simulator());
        device().isOnline();

        device.close();
        device().isOffline();
    }

    @Test
    void subscriptionWithAWildcardCounts() {
        try (TestDevice device = TestDevice.connected(cloud.simulator())) {
            device.subscribe(device.topic("#"), 1);
            device.subscribe(TestDevice.SHADOW_RESULT, 1);

            device().isSubscribedTo("control").isSubscribedTo(TestDevice.SHADOW_RESULT);
        }
    }

    @Test
    void refusalsAreSeenAndCounted() {
        cloud.faults().refuseNextConnects(PRODUCT, DEVICE, 2, 3);
        cloud.faults().refuseSubscriptions(PRODUCT, DEVICE, true);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> TestDevice.connected(cloud.simulator())).isInstanceOf(Mqtt3ConnAckException.class);
        }
        try (TestDevice device = TestDevice.connected(cloud.simulator())) {
            assertThatThrownBy(() -> device.subscribe(device.topic("control"), 1))
                    .isInstanceOf(Mqtt3SubAckException.class);
        }

        device().wasRefused();
        assertThatThrownBy(() -> device().within(SHORT).isSubscribedTo("control"))
                .hasMessageContaining("CONNECT (CONNACK 3, ordered by FaultInjection), 2 times")
                .hasMessageContaining("SUBSCRIBE ABC1234567/dev-01/control (SUBACK 0x80)");
    }

    @Test
    void wrongUseIsOneSentence() {
        assertThatThrownBy(() -> cloud.assertThatDevice(PRODUCT, "dev-02"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown device ABC1234567/dev-02");
        assertThatThrownBy(() -> device().published("ABC1234567/dev-01/event", "on"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The topic is what follows ABC1234567/dev-01/, such as event, not ");
        assertThatThrownBy(() -> device().published(TestDevice.SHADOW_OPERATION, "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Requests to the shadow are not kept");
        assertThatThrownBy(() -> reported("20")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> device().within(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A timeout is longer than zero, not PT0S");
    }

    private DeviceAssert device() {
        return cloud.assertThatDevice(PRODUCT, DEVICE);
    }

    private static String manual(String listing) throws IOException {
        String page = Files.readString(Path.of("../docs/testing.adoc"));
        return page.split("// tag::" + listing + "\\[]\n----\n")[1].split("\n----\n")[0];
    }
}
