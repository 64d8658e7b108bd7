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

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.cameliotcloud.session.MqttTransport;

/** One transport for all devices that need no configuration object, since looking for it takes long. */
final class SharedTransports {

    private final Map<String, MqttTransport> byName = new ConcurrentHashMap<>();

    /**
     * @param name   value of the option transport
     * @param tuning the library's own configuration object, or null
     * @return the adapter
     * @throws io.github.cameliotcloud.error.InvalidOptionException as {@link Transports#create}
     */
    MqttTransport of(String name, Object tuning) {
        return tuning == null
                ? byName.computeIfAbsent(name, missing -> Transports.create(missing, null))
                : Transports.create(name, tuning);
    }
}
