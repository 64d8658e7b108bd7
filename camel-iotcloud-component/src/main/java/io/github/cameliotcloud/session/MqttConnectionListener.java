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

/** What an adapter reports. It calls on the MQTT library's thread, so an implementation only enqueues. */
public interface MqttConnectionListener {

    /**
     * A PUBLISH arrived. Called one at a time and in the order of arrival.
     *
     * @param message the message; QoS 1 is confirmed to the cloud when {@link InboundMessage#acknowledge()} is called
     */
    void messageArrived(InboundMessage message);

    /**
     * The connection ended without {@link MqttConnection#disconnect()}. Called at most once, and only for a connection
     * whose connect stage has succeeded.
     *
     * @param cause what the library reports, never null
     */
    void connectionLost(Throwable cause);
}
