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
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.RawDevices.assertClosed;
import static io.github.cameliotcloud.simulator.RawDevices.awaitOffline;
import static io.github.cameliotcloud.simulator.RawDevices.connected;
import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cameliotcloud.simulator.device.ConnectionEnd;
import io.github.cameliotcloud.simulator.device.LoggedConnection;

/** What the cloud remembers of the connections of a device. */
class ConnectionRecordIT {

    private IotCloudSimulator simulator;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void secondLoginEndsTheFirstConnectionInTheRecord() {
        try (RawMqttClient first = connected(simulator);
                RawMqttClient second = connected(simulator)) {
            assertClosed(first);

            assertThat(ends()).containsExactly(Optional.of(ConnectionEnd.SECOND_LOGIN), Optional.empty());
            assertThat(record().get(0).closed()).isNotEmpty();
            assertThat(record().get(0).closed().orElseThrow())
                    .isBeforeOrEqualTo(record().get(1).opened());
            assertThat(simulator.counters(PRODUCT, DEVICE).secondLogins()).isOne();
        }
    }

    @Test
    void recordTellsADisconnectFromALostConnection() {
        RawMqttClient polite = connected(simulator);
        polite.send(0xE0, new byte[0]);
        assertClosed(polite);
        awaitOffline(simulator);
        connected(simulator).close();
        awaitOffline(simulator);

        assertThat(ends()).containsExactly(Optional.of(ConnectionEnd.DISCONNECT), Optional.of(ConnectionEnd.LOST));
        assertThat(simulator.counters(PRODUCT, DEVICE).secondLogins()).isZero();
    }

    @Test
    void recordTellsWhatTheCloudHasClosedItself() {
        try (RawMqttClient cut = connected(simulator)) {
            simulator.faults().cutConnection(PRODUCT, DEVICE);
            assertClosed(cut);
        }
        try (RawMqttClient replaced = connected(simulator)) {
            simulator.faults().secondLogin(PRODUCT, DEVICE);
            assertClosed(replaced);
        }
        try (RawMqttClient outage = connected(simulator)) {
            simulator.faults().goAway();
            assertClosed(outage);
        }

        assertThat(ends())
                .startsWith(Optional.of(ConnectionEnd.CLOUD), Optional.of(ConnectionEnd.SECOND_LOGIN))
                .hasSize(3);
    }

    @Test
    void unknownDeviceHasNoRecord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.activity().connections(PRODUCT, "nobody"));
    }

    private List<LoggedConnection> record() {
        return simulator.activity().connections(PRODUCT, DEVICE);
    }

    private List<Optional<ConnectionEnd>> ends() {
        return record().stream().map(LoggedConnection::end).toList();
    }
}
