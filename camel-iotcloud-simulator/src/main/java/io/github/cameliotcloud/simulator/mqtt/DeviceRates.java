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
package io.github.cameliotcloud.simulator.mqtt;

import java.time.Clock;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.limits.RateWindow;

/**
 * How fast messages of one device may go (protocol.md 3.2).
 *
 * @param uplink PUBLISH packets of the device
 * @param downlink messages to it
 */
record DeviceRates(RateWindow uplink, RateWindow downlink) {

    static DeviceRates of(Limits limits, Clock clock) {
        return new DeviceRates(
                new RateWindow(limits.get(Limit.UPLINK_PER_SECOND), clock),
                new RateWindow(limits.get(Limit.DOWNLINK_PER_SECOND), clock));
    }
}
