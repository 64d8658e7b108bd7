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

import java.util.concurrent.CompletionStage;

/** One open MQTT connection. All methods return at once and may be called from any thread. */
public interface MqttConnection {

    /** @return the session-present flag of CONNACK */
    boolean sessionPresent();

    /**
     * @param topic   topic name
     * @param payload body, not copied: the caller no longer changes it
     * @param qos     0 or 1
     * @return ends when the message is handed to the network (QoS 0) or PUBACK came (QoS 1); fails when the library
     *     refuses it. When the connection goes first it may never end: the caller bounds it.
     */
    CompletionStage<Void> publish(String topic, byte[] payload, int qos);

    /**
     * Sends one SUBSCRIBE with one filter, as the cloud demands.
     *
     * @param topicFilter MQTT topic filter
     * @param qos         0 or 1
     * @return ends when SUBACK grants it; fails with
     *     {@link io.github.cameliotcloud.error.SubscriptionRefusedException} on 0x80
     */
    CompletionStage<Void> subscribe(String topicFilter, int qos);

    /**
     * @param topicFilter MQTT topic filter
     * @return ends with UNSUBACK
     */
    CompletionStage<Void> unsubscribe(String topicFilter);

    /**
     * Sends DISCONNECT, then frees socket, threads and timers whether or not that worked. The listener hears nothing
     * after this call. Further calls do nothing.
     *
     * @return ends when all is freed, never with a failure
     */
    CompletionStage<Void> disconnect();
}
