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
package io.github.cameliotcloud.benchmarks.fleet;

import java.util.List;

/**
 * How a JVM connects its devices.
 *
 * @param way         {@code route} or {@code bare}
 * @param transport   of the route
 * @param connectRate of the component, 0 for no limit
 * @param devices     how many
 * @param port        of the simulator
 */
record ClientSettings(String way, String transport, int connectRate, int devices, int port) {

    static final int USUAL_RATE = 1000;

    static ClientSettings of(List<String> arguments) {
        return new ClientSettings(
                arguments.get(0),
                arguments.get(1),
                Integer.parseInt(arguments.get(2)),
                Integer.parseInt(arguments.get(3)),
                Integer.parseInt(arguments.get(4)));
    }

    List<String> arguments() {
        return List.of(way, transport, String.valueOf(connectRate), String.valueOf(devices), String.valueOf(port));
    }

    Devices create() {
        return way.equals("route") ? new RouteDevices(this) : new BareDevices(this);
    }
}
