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
package io.github.cameliotcloud.simulator.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.application.RrpcServiceTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.ManualClock;
import io.github.cameliotcloud.simulator.device.CredentialKind;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;

class BroadcastServiceTest {

    private static final String PRODUCT = "ABC1234567";
    private static final byte[] PAYLOAD = {1};

    private final FakeGateway gateway = new FakeGateway();
    private final ManualClock clock = new ManualClock(Instant.EPOCH);
    private final DeviceDirectory devices = new DeviceDirectory(List.of(
            Device.withCertificate(new DeviceIdentity(PRODUCT, "a")),
            Device.withCertificate(new DeviceIdentity(PRODUCT, "b")),
            Device.withCertificate(new DeviceIdentity("OTHER12345", "c"))));

    @Test
    void allDevicesOfTheProductAreAddressed() {
        broadcasts(Duration.ZERO).publish(PRODUCT, PAYLOAD, 1);

        assertThat(gateway.topics).containsExactly("$broadcast/rxd/ABC1234567/a", "$broadcast/rxd/ABC1234567/b");
    }

    @Test
    void oneTaskOfAProductRunsAtATime() {
        BroadcastService broadcasts = broadcasts(Duration.ofSeconds(2));
        int first = broadcasts.publish(PRODUCT, PAYLOAD, 0);

        assertRefused(Refusal.BROADCAST_IS_RUNNING, () -> broadcasts.publish(PRODUCT, PAYLOAD, 0));
        assertThat(broadcasts.publish("OTHER12345", PAYLOAD, 0)).isGreaterThan(first);
        clock.advance(Duration.ofSeconds(2));
        assertThat(broadcasts.publish(PRODUCT, PAYLOAD, 0)).isGreaterThan(first);
    }

    @Test
    void withoutATaskTimeNothingIsBlocked() {
        BroadcastService broadcasts = broadcasts(Duration.ZERO);

        assertThat(broadcasts.publish(PRODUCT, PAYLOAD, 0)).isEqualTo(1);
        assertThat(broadcasts.publish(PRODUCT, PAYLOAD, 0)).isEqualTo(2);
    }

    @Test
    void bodyHas8KbOfBase64AtMost() {
        BroadcastService broadcasts = broadcasts(Duration.ZERO);

        assertThat(broadcasts.publish(PRODUCT, new byte[6144], 0)).isPositive();
        assertRefused(Refusal.PAYLOAD_OVER_LIMIT, () -> broadcasts.publish(PRODUCT, new byte[6145], 0));
    }

    @Test
    void productMustExistButNeedsNoDevice() {
        BroadcastService broadcasts = broadcasts(Duration.ZERO);
        devices.addProduct("EMPTY12345", CredentialKind.SECRET);

        assertThat(broadcasts.publish("EMPTY12345", PAYLOAD, 0)).isPositive();
        assertRefused(Refusal.UNKNOWN_PRODUCT, () -> broadcasts.publish("NONE123456", PAYLOAD, 0));
    }

    private BroadcastService broadcasts(Duration taskTime) {
        return new BroadcastService(devices, gateway, taskTime, clock);
    }
}
