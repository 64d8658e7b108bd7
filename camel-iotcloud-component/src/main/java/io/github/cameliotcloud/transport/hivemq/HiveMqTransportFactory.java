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
package io.github.cameliotcloud.transport.hivemq;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.session.MqttTransport;
import io.github.cameliotcloud.session.MqttTransportFactory;

/** Makes the adapter of the HiveMQ MQTT client, {@code transport=hivemq}. It has nothing to tune. */
public final class HiveMqTransportFactory implements MqttTransportFactory {

    @Override
    public String name() {
        return "hivemq";
    }

    @Override
    public String library() {
        return "com.hivemq:hivemq-mqtt-client";
    }

    /**
     * {@inheritDoc}
     *
     * @param tuning must be null
     */
    @Override
    public MqttTransport create(Object tuning) {
        if (tuning != null) {
            throw new InvalidOptionException(
                    "transportConfiguration",
                    tuning.getClass().getName(),
                    "transport=hivemq takes no configuration object; leave it out, or set transport=paho");
        }
        return new HiveMqTransport();
    }
}
