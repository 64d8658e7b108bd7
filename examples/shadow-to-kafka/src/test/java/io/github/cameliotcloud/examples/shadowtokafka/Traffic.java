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
package io.github.cameliotcloud.examples.shadowtokafka;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static io.github.cameliotcloud.examples.shadowtokafka.SimulatedCloud.PRODUCT;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** An application that sends a control message and a new desired temperature to a device twice a second. */
final class Traffic {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final IotCloudSimulator simulator;
    private final String device;

    private Traffic(IotCloudSimulator simulator, String device) {
        this.simulator = simulator;
        this.device = device;
    }

    static Traffic start(IotCloudSimulator simulator, String device) {
        Traffic traffic = new Traffic(simulator, device);
        traffic.clock.scheduleAtFixedRate(traffic::send, 0, 500, TimeUnit.MILLISECONDS);
        return traffic;
    }

    private void send() {
        int number = sent.size() + 1;
        simulator.publishControl(PRODUCT, device, "control-" + number);
        simulator.setDesired(PRODUCT, device, "{\"temperature\":" + number + "}");
        sent.add("control-" + number);
    }

    /** Ends when the last message has been sent. */
    void stop() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** The control messages so far; the temperature that was wanted last is their number. */
    List<String> sent() {
        return sent;
    }
}
