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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.benchmarks.harness.Contest;
import io.github.cameliotcloud.benchmarks.harness.Row;
import io.github.cameliotcloud.benchmarks.simulator.SimulatorProcess;

/** Getting a shadow of five attributes from the simulator. */
final class ShadowRows {

    private static final int IN_FLIGHT = 64;
    private static final int SHARE_OF_LATENCY = 50;
    private static final int SHARE_OF_THROUGHPUT = 5;
    private static final int DEVICES = 2;
    private static final int HEAP_MB = 256;
    private static final int US = 0;
    private static final int RAW = 1;

    private ShadowRows() {}

    static Row measureLatency(MessageSettings settings) throws Exception {
        try (SimulatorProcess simulator = simulatorWithShadows()) {
            int questions = settings.messages() / SHARE_OF_LATENCY;
            CamelRoute route = route(simulator);
            var template = route.context().createProducerTemplate();
            ShadowByHand bare = new ShadowByHand(simulator.port(), RAW);
            return new Contest("shadow-get-latency", settings.warmUps(), settings.runs())
                    .with(
                            Contest.US,
                            new Latency(questions, () -> template.requestBody("direct:start", (Object) null), route))
                    .with(Contest.RAW, new Latency(questions, () -> bare.get().get(), bare))
                    .run();
        }
    }

    static Row measureThroughput(MessageSettings settings) throws Exception {
        try (SimulatorProcess simulator = simulatorWithShadows()) {
            int questions = settings.messages() / SHARE_OF_THROUGHPUT;
            CamelRoute route = route(simulator);
            ShadowByHand bare = new ShadowByHand(simulator.port(), RAW);
            return new Contest("shadow-get-64", settings.warmUps(), settings.runs())
                    .with(Contest.US, new Sender(questions, IN_FLIGHT, route.sending(null), route))
                    .with(
                            Contest.RAW,
                            new Sender(
                                    questions,
                                    IN_FLIGHT,
                                    window -> bare.get().whenComplete((state, failure) -> window.answered(failure)),
                                    bare))
                    .run();
        }
    }

    private static CamelRoute route(SimulatorProcess simulator) throws Exception {
        return CamelRoute.to(
                Devices.uri("shadow", US, "tcp://" + Broker.HOST + ":" + simulator.port(), "operation=get"));
    }

    private static SimulatorProcess simulatorWithShadows() throws Exception {
        SimulatorProcess simulator = new SimulatorProcess(DEVICES, HEAP_MB);
        ObjectNode attributes = new ObjectMapper()
                .createObjectNode()
                .put("temperature", 21.5)
                .put("humidity", 47)
                .put("battery", 88)
                .put("mode", "eco")
                .put("on", true);
        for (int device = 0; device < DEVICES; device++) {
            try (ShadowByHand shadow = new ShadowByHand(simulator.port(), device)) {
                shadow.report(attributes).get();
            }
        }
        return simulator;
    }
}
