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

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.fleet.DeviceFleet;
import io.github.cameliotcloud.fleet.FileDeviceFleet;

/** The parameter {@code fleet} of a URI: a bean, which Camel looks up, or the name of a file, which is read here. */
final class FleetParameter {

    private static final String NAME = "fleet";

    private FleetParameter() {}

    /** @return which fleet the URI means, or all URIs of the component */
    static Object nameIn(Map<String, Object> parameters, DeviceFleet ofAll) {
        return parameters.getOrDefault(NAME, ofAll);
    }

    static boolean isSet(Map<String, Object> parameters) {
        return parameters.containsKey(NAME);
    }

    /** @throws InvalidOptionException when there is no such file, or it does not list devices */
    static void readFile(Map<String, Object> parameters, CamelContext context) {
        if (parameters.get(NAME) instanceof String file && !file.startsWith("#")) {
            parameters.put(NAME, read(file, context));
        }
    }

    private static DeviceFleet read(String file, CamelContext context) {
        try (InputStream csv = ResourceHelper.resolveMandatoryResourceAsInputStream(context, file)) {
            return FileDeviceFleet.read(csv, file);
        } catch (IOException e) {
            throw new InvalidOptionException(
                    NAME,
                    file,
                    "cannot be read; use fleet=#bean for a DeviceFleet, or fleet=file:devices.csv for a file that exists");
        }
    }
}
