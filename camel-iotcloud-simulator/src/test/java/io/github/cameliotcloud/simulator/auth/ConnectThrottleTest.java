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
package io.github.cameliotcloud.simulator.auth;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cameliotcloud.simulator.ManualClock;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;

class ConnectThrottleTest {

    private static final DeviceIdentity ONE = new DeviceIdentity("ABC1234567", "one");
    private static final DeviceIdentity TWO = new DeviceIdentity("ABC1234567", "two");

    private final ManualClock clock = new ManualClock(Instant.EPOCH);

    @Test
    void secondConnectIsAdmittedAfterTheInterval() {
        ConnectThrottle throttle = new ConnectThrottle(Duration.ofSeconds(5), clock);
        assertThat(throttle.admit(ONE)).isTrue();

        clock.advance(Duration.ofMillis(4999));
        assertThat(throttle.admit(ONE)).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(throttle.admit(ONE)).isTrue();
    }

    @Test
    void devicesDoNotDisturbEachOther() {
        ConnectThrottle throttle = new ConnectThrottle(Duration.ofSeconds(5), clock);

        assertThat(throttle.admit(ONE)).isTrue();
        assertThat(throttle.admit(TWO)).isTrue();
    }

    @Test
    void zeroMeansNoLimit() {
        ConnectThrottle throttle = new ConnectThrottle(Duration.ZERO, clock);

        assertThat(throttle.admit(ONE)).isTrue();
        assertThat(throttle.admit(ONE)).isTrue();
    }

    @Test
    void negativeIntervalIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectThrottle(Duration.ofSeconds(-1), clock))
                .withMessageContaining("negative");
    }
}
