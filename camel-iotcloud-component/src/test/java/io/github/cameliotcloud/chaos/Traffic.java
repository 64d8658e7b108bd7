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
package io.github.cameliotcloud.chaos;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Events, control messages and deltas of several devices at once, each device with one persistent session. */
final class Traffic {

    private static final String PERSISTENT = "cleanSession=false";
    private static final int ROUNDS_FOR_A_CHANGE = 10;

    private final List<ControlFlow> controls = new ArrayList<>();
    private final List<EventFlow> events = new ArrayList<>();
    private final List<ShadowFlow> shadows = new ArrayList<>();
    private int rounds;

    static Traffic start(Bench bench, Run run) throws Exception {
        Traffic traffic = new Traffic();
        for (String device : bench.devices()) {
            traffic.shadows.add(ShadowFlow.start(bench, run, device, PERSISTENT));
            traffic.controls.add(ControlFlow.start(bench, run, device, new Window(ControlFlow.MOST_ON_THEIR_WAY)));
            traffic.events.add(EventFlow.start(bench, run, device, PERSISTENT));
        }
        return traffic;
    }

    /** @return the least that any device has processed of its control messages */
    int progress() {
        return controls.stream()
                .mapToInt(control -> control.ledger().processed())
                .min()
                .orElseThrow();
    }

    /** Sends one message in each direction of each device, and now and then wants another state. */
    void send() throws InterruptedException {
        for (int i = 0; i < controls.size(); i++) {
            controls.get(i).send();
            events.get(i).send();
            if (rounds % ROUNDS_FOR_A_CHANGE == 0) {
                shadows.get(i).change();
            }
        }
        rounds++;
    }

    /** Waits, within a bound, until nothing is on its way and all shadows agree. */
    void awaitEnd() throws InterruptedException {
        for (int i = 0; i < controls.size(); i++) {
            controls.get(i).awaitEnd();
            events.get(i).awaitEnd();
            shadows.get(i).awaitEnd();
        }
    }

    void assertInOrder() {
        assertThat(controls)
                .allSatisfy(control -> assertThat(control.ledger().disorder()).isEmpty());
        assertThat(events).allSatisfy(flow -> assertThat(flow.failures()).isEmpty());
    }
}
