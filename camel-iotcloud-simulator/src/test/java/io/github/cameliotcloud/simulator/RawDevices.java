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

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What many tests do with a device that speaks byte by byte. */
final class RawDevices {

    static final String CONTROL = PRODUCT + "/" + DEVICE + "/control";
    static final String EVENT = PRODUCT + "/" + DEVICE + "/event";
    static final String DATA = PRODUCT + "/" + DEVICE + "/data";
    static final int PUBACK = 0x40;
    static final int PINGRESP = 0xD0;
    static final int PUBLISH_QOS_0 = 0x30;
    static final int PUBLISH_QOS_1 = 0x32;
    static final int REFUSED = 0x80;

    private RawDevices() {}

    static RawMqttClient connected(IotCloudSimulator simulator) {
        RawMqttClient device = new RawMqttClient(simulator);
        assertThat(device.connect(true).body()).containsExactly(0, 0);
        return device;
    }

    /** A device that subscribed to its control topic at QoS 1. */
    static RawMqttClient subscribed(IotCloudSimulator simulator, boolean cleanSession) {
        RawMqttClient device = new RawMqttClient(simulator);
        device.connect(cleanSession);
        assertThat(device.subscribed(CONTROL, 1)).isEqualTo(1);
        return device;
    }

    /** Leaves a session behind that is subscribed to the control topic. */
    static void subscribedThenGone(IotCloudSimulator simulator) {
        subscribed(simulator, false).close();
        awaitOffline(simulator);
    }

    static void awaitOffline(IotCloudSimulator simulator) {
        await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);
    }

    /** The device is connected and nothing came before the answer to its ping. */
    static void assertNothingMore(RawMqttClient device) {
        device.ping();
        assertThat(device.read().header()).isEqualTo(PINGRESP);
    }

    static void assertClosed(RawMqttClient device) {
        assertThat(device.read()).isNull();
    }
}
