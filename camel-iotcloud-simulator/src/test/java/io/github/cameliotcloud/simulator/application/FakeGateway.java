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

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DevicePresence;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;
import io.github.cameliotcloud.simulator.session.OutboundMessage;

/** Devices that are online and subscribed, unless told otherwise. */
final class FakeGateway implements DeviceGateway {

    final List<String> topics = new ArrayList<>();
    final List<DeviceIdentity> expelled = new ArrayList<>();
    final Map<DeviceIdentity, DeliveryOutcome> outcomes = new HashMap<>();

    @Override
    public void admit(DeviceIdentity device) {}

    @Override
    public void expel(DeviceIdentity device) {
        expelled.add(device);
    }

    @Override
    public DeliveryOutcome deliver(DeviceIdentity device, OutboundMessage message) {
        topics.add(message.topic());
        return outcomes.getOrDefault(device, DeliveryOutcome.SENT);
    }

    @Override
    public DeliveryOutcome deliverIfOnline(DeviceIdentity device, OutboundMessage message) {
        return deliver(device, message);
    }

    @Override
    public DevicePresence presence(DeviceIdentity device) {
        return new DevicePresence(false, Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
