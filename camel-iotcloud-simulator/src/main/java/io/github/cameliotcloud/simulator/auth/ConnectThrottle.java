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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/** Limits how often one device may connect (protocol.md 2.6: one CONNECT per 5 s and device). */
public final class ConnectThrottle {

    private final Duration minimumInterval;
    private final Clock clock;
    private final Map<DeviceIdentity, Instant> lastAdmitted = new ConcurrentHashMap<>();

    /** @param minimumInterval time between two admitted CONNECTs of a device; zero switches the limit off */
    public ConnectThrottle(Duration minimumInterval, Clock clock) {
        if (minimumInterval.isNegative()) {
            throw new IllegalArgumentException("The minimum connect interval is negative: " + minimumInterval);
        }
        this.minimumInterval = minimumInterval;
        this.clock = clock;
    }

    /** Whether the device may connect now; a refused attempt does not prolong the wait. */
    public boolean admit(DeviceIdentity device) {
        if (minimumInterval.isZero()) {
            return true;
        }
        Instant now = clock.instant();
        AtomicBoolean admitted = new AtomicBoolean();
        lastAdmitted.compute(device, (key, last) -> {
            boolean early = last != null && now.isBefore(last.plus(minimumInterval));
            admitted.set(!early);
            return early ? last : now;
        });
        return admitted.get();
    }
}
