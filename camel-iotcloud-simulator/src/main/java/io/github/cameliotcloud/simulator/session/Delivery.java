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

/**
 * One transmission of a message.
 *
 * @param message what to send
 * @param packetId 1 to 65535 for QoS 1, 0 for QoS 0
 * @param duplicate whether it was sent before
 */
public record Delivery(OutboundMessage message, int packetId, boolean duplicate) {

    /** The only transmission of a QoS 0 message. */
    public static Delivery atMostOnce(OutboundMessage message) {
        return new Delivery(message, 0, false);
    }

    /** The same once more; at QoS 0 there is no way to mark it. */
    public Delivery again() {
        return new Delivery(message, packetId, message.qos() > 0);
    }
}
