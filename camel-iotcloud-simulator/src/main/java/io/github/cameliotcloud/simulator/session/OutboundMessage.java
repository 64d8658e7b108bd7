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
package io.github.cameliotcloud.simulator.session;

import java.util.Objects;

/**
 * A message from the cloud to a device.
 *
 * @param topic where it goes
 * @param payload any bytes; not copied, do not change them
 * @param qos 0 or 1
 */
public record OutboundMessage(String topic, byte[] payload, int qos) {

    public OutboundMessage {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(payload, "payload");
    }

    OutboundMessage withQos(int newQos) {
        return newQos == qos ? this : new OutboundMessage(topic, payload, newQos);
    }
}
