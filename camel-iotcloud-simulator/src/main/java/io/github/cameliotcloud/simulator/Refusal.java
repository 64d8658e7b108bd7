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

import java.time.Instant;

import io.github.cameliotcloud.simulator.mqtt.RefusalListener;

/**
 * What the simulated cloud refused. Nothing of it is secret.
 *
 * @param clientId the MQTT client identifier, {@code ${product}${device}} for a device
 * @param packet {@code CONNECT}, or {@code PUBLISH} or {@code SUBSCRIBE} with a blank and the topic
 * @param reason why, and what the client got
 * @param at when, by the simulator's clock
 */
public record Refusal(String clientId, String packet, String reason, Instant at) {

    /** Whether a device was not let in. */
    public boolean ofConnect() {
        return packet.equals(RefusalListener.CONNECT);
    }
}
