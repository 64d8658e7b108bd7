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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_OPERATION;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class FaultInjectionIT {

    private static final byte[] GET = "{\"type\":\"get\"}".getBytes(UTF_8);

    private IotCloudSimulator simulator;
    private FaultInjection faults;
    private TestDevice device;
    private RawMqttClient raw;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
        faults = simulator.faults();
        device = TestDevice.of(simulator);
        raw = new RawMqttClient(simulator);
    }

    @AfterEach
    void stop() {
        raw.close();
        device.close();
        simulator.close();
    }

    @Test
    void cutConnectionClosesItAtOnce() {
        raw.connect(true);

        faults.cutConnection(PRODUCT, DEVICE);

        assertThat(simulator.connections(PRODUCT, DEVICE)).isZero();
        assertThat(raw.read()).isNull();
    }

    @Test
    void cuttingAnOfflineDeviceDoesNothing() {
        faults.cutConnection(PRODUCT, DEVICE);

        assertThat(simulator.connections(PRODUCT, DEVICE)).isZero();
    }

    @Test
    void orderedRefusalsAreUsedUp() {
        faults.refuseNextConnects(PRODUCT, DEVICE, 2, 3);

        assertRefusedWith(3);
        assertRefusedWith(3);
        device.connect(true);
        assertThat(simulator.connectAttempts(PRODUCT, DEVICE)).isEqualTo(3);
        assertThat(simulator.connectCount(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    void swallowedShadowReplyIsAppliedButNotSent() {
        subscribedToShadow();
        faults.swallowShadowReplies(PRODUCT, DEVICE, true);

        raw.publish(0x30, SHADOW_OPERATION, "{\"type\":\"update\",\"state\":{\"reported\":{\"t\":1}}}".getBytes(UTF_8));

        assertPingIsNext();
        assertThat(simulator.shadow(PRODUCT, DEVICE).at("/state/reported/t").intValue())
                .isEqualTo(1);

        faults.swallowShadowReplies(PRODUCT, DEVICE, false);
        raw.publish(0x30, SHADOW_OPERATION, GET);
        assertThat(RawMqttClient.topicOf(raw.read())).isEqualTo(SHADOW_RESULT);
    }

    @Test
    void deltaWaitsBehindADelayedReply() {
        subscribedToShadow();
        faults.delayShadowReplies(PRODUCT, DEVICE, Duration.ofMillis(300));
        long begin = System.nanoTime();

        raw.publish(0x32, SHADOW_OPERATION, GET);
        assertThat(raw.read().header()).isEqualTo(0x40);
        simulator.setDesired(PRODUCT, DEVICE, "{\"t\":1}");

        assertThat(new String(raw.read().body(), UTF_8)).contains("\"type\":\"get\"");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(290));
        assertThat(new String(raw.read().body(), UTF_8)).contains("\"type\":\"delta\"");
    }

    @Test
    void swallowedPubAckLeavesTheMessageRecorded() {
        raw.connect(true);
        faults.swallowPubAcks(PRODUCT, DEVICE, true);

        raw.publish(0x32, device.topic("event"), new byte[] {1});

        assertPingIsNext();
        assertThat(simulator.received()).hasSize(1);
    }

    @Test
    void swallowedSubAckLeavesTheSubscription() {
        raw.connect(true);
        faults.swallowSubAcks(PRODUCT, DEVICE, true);

        raw.subscribe(SHADOW_RESULT, 0);

        assertPingIsNext();
        assertThat(simulator.subscriptions(PRODUCT, DEVICE)).containsExactly(SHADOW_RESULT);
    }

    @Test
    void refusedSubscriptionIsAnsweredWith0x80() {
        device.connect(true);
        faults.refuseSubscriptions(PRODUCT, DEVICE, true);

        assertThatExceptionOfType(Mqtt3SubAckException.class).isThrownBy(() -> device.subscribe(SHADOW_RESULT, 0));

        faults.refuseSubscriptions(PRODUCT, DEVICE, false);
        device.subscribe(SHADOW_RESULT, 0);
    }

    @Test
    void rawBytesReachADeviceThatDidNotSubscribe() {
        raw.connect(true);

        faults.sendRaw(PRODUCT, DEVICE, "any/topic", new byte[] {(byte) 0xff, 0}, 1);

        RawMqttClient.Packet packet = raw.read();
        assertThat(packet.header()).isEqualTo(0x32);
        assertThat(RawMqttClient.topicOf(packet)).isEqualTo("any/topic");
        assertThat(packet.body()).endsWith(0xff, 0);
    }

    @Test
    void rawBytesToAnOfflineDeviceAreAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> faults.sendRaw(PRODUCT, DEVICE, "any/topic", new byte[0], 0))
                .withMessageContaining("offline");
    }

    @Test
    void goneCloudRefusesConnectionsAndComesBackOnItsPort() {
        device.connect(false);
        device.subscribe(device.topic("control"), 1);

        faults.goAway();

        assertThat(simulator.totalConnections()).isZero();
        await().until(() -> !device.client().getState().isConnectedOrReconnect());
        assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(() -> device.connect(false));

        faults.comeBack();
        faults.comeBack();

        assertThat(device.connect(false).isSessionPresent()).isTrue();
        assertThat(simulator.subscriptions(PRODUCT, DEVICE)).containsExactly(device.topic("control"));
    }

    @Test
    void sessionsAreForgottenWhileTheCloudIsAway() {
        device.connect(false);
        faults.goAway();
        faults.forgetSessions();
        faults.comeBack();
        await().until(() -> !device.client().getState().isConnectedOrReconnect());

        assertThat(device.connect(false).isSessionPresent()).isFalse();
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> faults.cutConnection(PRODUCT, "unknown"));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.refuseNextConnects(PRODUCT, DEVICE, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.refuseNextConnects(PRODUCT, DEVICE, -1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.delayShadowReplies(PRODUCT, DEVICE, Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.sendRaw(PRODUCT, DEVICE, "t", new byte[0], 2));
    }

    private void subscribedToShadow() {
        raw.connect(true);
        raw.subscribe(SHADOW_RESULT, 0);
        assertThat(raw.read().header()).isEqualTo(0x90);
    }

    private void assertPingIsNext() {
        raw.ping();
        assertThat(raw.read().header()).isEqualTo(0xD0);
    }

    private void assertRefusedWith(int code) {
        assertThatExceptionOfType(Mqtt3ConnAckException.class)
                .isThrownBy(() -> device.connect(true))
                .satisfies(e ->
                        assertThat(e.getMqttMessage().getReturnCode().getCode()).isEqualTo(code));
    }
}
