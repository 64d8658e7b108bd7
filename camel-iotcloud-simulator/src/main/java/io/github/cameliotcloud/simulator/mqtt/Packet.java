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

/**
 * A packet as an onlooker sees it; user name and password are no part of it.
 *
 * @param clientId as the client says it: any text, empty when it says nothing
 * @param fromClient false for what the cloud sends
 * @param type the name that MQTT gives it, or CLOSE for the end of a connection
 * @param packetId 0 when the packet has none
 * @param message what a PUBLISH carries; null for all others
 * @param detail what else is worth telling, may be empty
 */
public record Packet(String clientId, boolean fromClient, String type, int packetId, Message message, String detail) {

    /**
     * The content of a PUBLISH.
     *
     * @param topic any text
     * @param payload belongs to the message: do not keep or change it
     * @param qos 0 to 2
     * @param duplicate whether it was sent before
     */
    public record Message(String topic, byte[] payload, int qos, boolean duplicate) {}

    public Packet {
        clientId = clientId == null ? "" : clientId;
    }
}
