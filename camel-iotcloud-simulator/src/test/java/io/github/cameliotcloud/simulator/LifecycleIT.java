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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class LifecycleIT {

    @Test
    void portInUseIsToldInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThatIllegalStateException()
                    .isThrownBy(() -> IotCloudSimulator.builder().mqttPort(port).start())
                    .withMessage("The simulator cannot open MQTT port " + port
                            + " on 127.0.0.1: it is in use or not allowed.");
            assertThatIllegalStateException()
                    .isThrownBy(() -> IotCloudSimulator.builder().httpPort(port).start())
                    .withMessageContaining("HTTP port " + port);
        }
    }

    @Test
    void closeFreesThePortsAndLeavesNoThread() {
        Set<Thread> before = liveThreads();
        IotCloudSimulator first = start(IotCloudSimulator.builder());
        TestDevice device = TestDevice.connected(first);
        int mqttPort = first.mqttPort();
        int httpPort = first.httpPort();

        first.close();
        first.close();

        await().until(() -> !device.client().getState().isConnected());
        IotCloudSimulator second =
                start(IotCloudSimulator.builder().mqttPort(mqttPort).httpPort(httpPort));
        assertThat(second.brokerUrl()).isEqualTo("tcp://127.0.0.1:" + mqttPort);
        assertThat(second.apiUrl()).isEqualTo("http://127.0.0.1:" + httpPort);
        second.close();

        await().untilAsserted(() -> assertThat(liveThreads())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("vert.x") || name.startsWith("vertx")));
    }

    @Test
    void failedStartLeavesNoThread() throws IOException {
        Set<Thread> before = liveThreads();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> IotCloudSimulator.builder()
                            .httpPort(taken.getLocalPort())
                            .start());
        }

        await().untilAsserted(() -> assertThat(liveThreads())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("vert.x") || name.startsWith("vertx")));
    }

    @Test
    void severalSimulatorsLiveSideBySide() {
        try (IotCloudSimulator one = start(IotCloudSimulator.builder());
                IotCloudSimulator two = start(IotCloudSimulator.builder());
                TestDevice device = TestDevice.connected(one)) {
            assertThat(one.totalConnections()).isEqualTo(1);
            assertThat(two.totalConnections()).isZero();
            assertThat(device.client().getState().isConnected()).isTrue();
        }
    }

    @Test
    void builderRefusesBadInput() {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.device(PRODUCT, DEVICE, SECRET))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.device("short", DEVICE, SECRET));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.device(PRODUCT, "a/b", SECRET));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.device(PRODUCT, "other", "no base64!"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.customTopic(PRODUCT, "#", TopicPermission.PUBLISH));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.mqttPort(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.httpPort(-1));
    }

    private static IotCloudSimulator start(IotCloudSimulatorBuilder builder) {
        return builder.device(PRODUCT, DEVICE, SECRET).start();
    }

    private static Set<Thread> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }
}
