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

/**
 * Makes the adapter of one MQTT library; found through {@link java.util.ServiceLoader}. The class itself must load
 * without the library, so that a missing library can be reported.
 */
public interface MqttTransportFactory {

    /** @return the value of the option {@code transport} that chooses this adapter */
    String name();

    /** @return Maven coordinates {@code group:artifact} of the library, for the message that it is missing */
    String library();

    /**
     * @param tuning the library's own configuration object, or null for defaults
     * @return the adapter
     * @throws io.github.cameliotcloud.error.InvalidOptionException when {@code tuning} is of a type that it cannot use
     * @throws LinkageError when the library is not on the class path
     */
    MqttTransport create(Object tuning);
}
