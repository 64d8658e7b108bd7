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

/** The ways to carry MQTT that the cloud offers (protocol.md 1.2). */
public enum MqttTransport {
    TCP("MQTT", false),
    TLS("MQTT over TLS", true),
    WEB_SOCKET("MQTT over WebSocket", false),
    SECURE_WEB_SOCKET("MQTT over secure WebSocket", true);

    private final String protocol;
    private final boolean secure;

    MqttTransport(String protocol, boolean secure) {
        this.protocol = protocol;
        this.secure = secure;
    }

    /** Its name for users. */
    public String protocol() {
        return protocol;
    }

    /** Whether it needs a server certificate. */
    public boolean secure() {
        return secure;
    }
}
