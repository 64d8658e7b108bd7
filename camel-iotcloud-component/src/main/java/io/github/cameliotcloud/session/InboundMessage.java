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
package io.github.cameliotcloud.session;

import io.github.cameliotcloud.error.PrintableText;

/**
 * A PUBLISH from the cloud.
 *
 * @param topic     topic name
 * @param payload   body; nobody changes it
 * @param qos       0 or 1
 * @param duplicate the DUP flag; always false with a library that does not show it, as HiveMQ
 * @param ack       sends PUBACK for QoS 1
 */
public record InboundMessage(String topic, byte[] payload, int qos, boolean duplicate, Runnable ack) {

    /** As long as the cloud allows (protocol.md section 3.2). */
    private static final int LONGEST_TOPIC = 255;

    /** @return the topic for a log, where the sender's control characters have no place */
    public String printableTopic() {
        return PrintableText.of(topic, LONGEST_TOPIC);
    }

    /**
     * Confirms the message to the cloud. Does nothing for QoS 0, or when the connection that brought the message is
     * gone: the cloud then delivers it again. Never throws.
     */
    public void acknowledge() {
        if (qos > 0) {
            ack.run();
        }
    }
}
