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
package io.github.cameliotcloud.session;

import java.util.stream.IntStream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.testing.LogCapture;
import io.github.cameliotcloud.testing.ManualTime;

class StatusLogTest {

    private static final BrokerAddress BROKER = BrokerAddress.parse("tcp://localhost:1883");

    private final ManualTime time = new ManualTime();
    private final LogCapture capture = LogCapture.beginTracing(DeviceSession.class.getName());
    private final StatusLog log = new StatusLog(time);

    @AfterEach
    void endCapture() {
        capture.close();
    }

    @Test
    void fewDevicesHaveALineEach() {
        connect(StatusLog.LINES_OF_A_PERIOD);

        assertThat(capture.atLeast(Level.INFO))
                .hasSize(StatusLog.LINES_OF_A_PERIOD)
                .allMatch(line -> line.startsWith("Device "));
        assertThat(time.pending()).isZero();
    }

    @Test
    void restOfALargeFleetIsOneLineWithItsNumber() {
        connect(10_000);
        time.advance(StatusLog.PERIOD);

        assertThat(capture.atLeast(Level.INFO))
                .hasSize(StatusLog.LINES_OF_A_PERIOD + 1)
                .last()
                .isEqualTo(10_000 - StatusLog.LINES_OF_A_PERIOD + " further devices were connected within 10 s");
    }

    @Test
    void restOfAnOutageIsOneWarning() {
        IntStream.range(0, 1_000)
                .forEach(i ->
                        log.waiting(new DeviceNotConnectedException("Device " + i + " lost its connection"), 5_000));
        time.advance(StatusLog.PERIOD);

        assertThat(capture.atLeast(Level.INFO))
                .hasSize(StatusLog.LINES_OF_A_PERIOD + 1)
                .startsWith("Device 0 lost its connection; next attempt in 5000 ms")
                .last()
                .asString()
                .startsWith(1_000 - StatusLog.LINES_OF_A_PERIOD + " further connections failed or were lost");
    }

    @Test
    void nextPeriodBeginsAnew() {
        connect(StatusLog.LINES_OF_A_PERIOD + 1);
        time.advance(StatusLog.PERIOD);
        connect(1);

        assertThat(capture.atLeast(Level.INFO)).last().asString().startsWith("Device ");
    }

    private void connect(int devices) {
        IntStream.range(0, devices).forEach(i -> log.connected(new DeviceIdentity("ABC1234567", "dev-" + i), BROKER));
    }
}
