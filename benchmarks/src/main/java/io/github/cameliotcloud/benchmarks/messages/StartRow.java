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
package io.github.cameliotcloud.benchmarks.messages;

import com.hivemq.client.mqtt.datatypes.MqttQos;

import io.github.cameliotcloud.benchmarks.harness.Contest;
import io.github.cameliotcloud.benchmarks.harness.Row;
import io.github.cameliotcloud.benchmarks.simulator.SimulatorProcess;

/** A Camel context with one route from one device, against a bare client that connects and subscribes. */
final class StartRow {

    private static final int HEAP_MB = 256;
    private static final String CONTROL = "control";
    private static final int TURNS_FOR_ONE = 4;

    private StartRow() {}

    static Row measure(MessageSettings settings) throws Exception {
        // a start takes milliseconds, so there are more of them
        int warmUps = settings.warmUps() * TURNS_FOR_ONE;
        int runs = settings.runs() * TURNS_FOR_ONE;
        int turns = warmUps + runs;
        try (SimulatorProcess simulator = new SimulatorProcess(2 * turns, HEAP_MB)) {
            String url = "tcp://" + Broker.HOST + ":" + simulator.port();
            return new Contest("route-start", warmUps, runs)
                    .with(
                            Contest.US,
                            new RouteStart(0, device -> CamelRoute.from(Devices.uri(CONTROL, device, url), () -> {})))
                    .with(Contest.RAW, new RouteStart(turns, device -> bare(simulator.port(), device)))
                    .run();
        }
    }

    private static AutoCloseable bare(int port, int device) {
        BareHiveMq client = new BareHiveMq(port, device);
        client.subscribe(Devices.topic(CONTROL, device), MqttQos.AT_LEAST_ONCE, true, publish -> {});
        return client;
    }
}
