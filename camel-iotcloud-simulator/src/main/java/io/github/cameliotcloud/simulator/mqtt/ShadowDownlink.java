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

import java.time.Duration;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.session.OutboundMessage;
import io.github.cameliotcloud.simulator.shadow.ShadowOutlet;
import io.github.cameliotcloud.simulator.topic.DeviceTopics;

/** Sends shadow documents to online subscribers, QoS 0, in the order of versions (protocol.md 5.5). */
public final class ShadowDownlink implements ShadowOutlet {

    private final DeviceChannels channels;

    public ShadowDownlink(DeviceChannels channels) {
        this.channels = channels;
    }

    @Override
    public void reply(DeviceIdentity device, byte[] document) {
        DeviceFaults faults = channels.of(device).faults();
        if (!faults.swallowsShadowReplies()) {
            send(device, document, faults.shadowReplyDelay());
        }
    }

    @Override
    public void delta(DeviceIdentity device, byte[] document) {
        send(device, document, Duration.ZERO);
    }

    private void send(DeviceIdentity device, byte[] document, Duration delay) {
        channels.of(device).deliverLate(new OutboundMessage(DeviceTopics.shadowResult(device), document, 0), delay);
    }
}
