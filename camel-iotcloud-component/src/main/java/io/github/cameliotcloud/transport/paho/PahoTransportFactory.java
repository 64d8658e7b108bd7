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
package io.github.cameliotcloud.transport.paho;

import io.github.cameliotcloud.session.MqttTransport;
import io.github.cameliotcloud.session.MqttTransportFactory;

/**
 * Makes the adapter of Eclipse Paho, {@code transport=paho}, tuned by Camel's own
 * {@code org.apache.camel.component.paho.PahoConfiguration}. It takes from it
 *
 * <ul>
 *   <li>{@code maxInflight}: publishes without PUBACK at one time, more fail. Camel's default of 10 holds when a
 *       configuration is given that does not set it; without a configuration it is 65535.
 *   <li>{@code persistence} and {@code filePersistenceDirectory}: {@code MEMORY} by default. With {@code FILE} and
 *       {@code cleanSession=false}, what was published without PUBACK when the connection ended is sent again by the
 *       next connection, or after a restart, although its exchange has failed: such a message may arrive twice.
 *   <li>{@code socketFactory}, for connections without TLS; {@code customWebSocketHeaders};
 *       {@code executorServiceTimeout}.
 * </ul>
 *
 * and nothing else: address, TLS, credentials, clean session, keep alive, timeouts and QoS are options of the endpoint;
 * will, retain, MQTT version and automatic reconnect are not for the user to choose.
 */
public final class PahoTransportFactory implements MqttTransportFactory {

    @Override
    public String name() {
        return "paho";
    }

    @Override
    public String library() {
        return "org.apache.camel:camel-paho";
    }

    /**
     * {@inheritDoc}
     *
     * @param tuning a {@code PahoConfiguration} or null
     */
    @Override
    public MqttTransport create(Object tuning) {
        return new PahoTransport(tuning);
    }
}
