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
package io.github.cameliotcloud;

import java.util.ServiceLoader;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.session.MqttTransport;
import io.github.cameliotcloud.session.MqttTransportFactory;

/** Finds the adapter of an MQTT library, which a user may have excluded. */
final class Transports {

    private Transports() {}

    /**
     * @param name   value of the option transport
     * @param tuning the library's own configuration object, or null
     * @return the adapter
     * @throws InvalidOptionException when the library is not on the class path or cannot use the tuning
     */
    static MqttTransport create(String name, Object tuning) {
        MqttTransportFactory factory =
                ServiceLoader.load(MqttTransportFactory.class, Transports.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new InvalidOptionException("transport", name, "no such adapter is on the class path"));
        try {
            return factory.create(tuning);
        } catch (LinkageError e) {
            throw new InvalidOptionException(
                    "transport",
                    name,
                    "its library is missing (" + e.getMessage() + "): add the dependency " + factory.library()
                            + " or choose another transport");
        }
    }
}
