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

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A message that the simulated cloud accepted from a device.
 *
 * @param product product ID
 * @param device device name
 * @param topic full topic name
 * @param payload the bytes as received; not copied, do not change them
 * @param qos 0 or 1
 * @param at when it arrived, by the simulator's clock
 */
public record ReceivedMessage(String product, String device, String topic, byte[] payload, int qos, Instant at) {

    /** The payload read as UTF-8. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ReceivedMessage[topic=" + topic + ", qos=" + qos + ", at=" + at + ", text=" + text() + "]";
    }
}
