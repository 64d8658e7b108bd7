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
import java.util.Random;

import org.apache.camel.Exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.IotCloudConstants;

/**
 * Changes of one device's desired state, which a route applies and the consumer reports. A change counts as lost when
 * the route saw neither it nor a later one of the same attribute.
 */
final class ShadowFlow {

    private static final int ATTRIBUTES = 5;
    private static final int NONE = -1;

    private final Bench bench;
    private final String device;
    private final Ledger ledger;
    private final Random random;
    private final ObjectNode wanted = JsonNodeFactory.instance.objectNode();
    private final ObjectNode applied = wanted.objectNode();
    private final List<String> disorder = new ArrayList<>();
    private long lastVersion;
    private int lastChange = NONE;
    private Runnable onLastChange = () -> {};

    private ShadowFlow(Bench bench, String device, Run run) {
        this.bench = bench;
        this.device = device;
        this.ledger = run.ledger();
        this.random = run.random();
    }

    static ShadowFlow start(Bench bench, Run run, String device, String... options) throws Exception {
        ShadowFlow flow = new ShadowFlow(bench, device, run);
        bench.route(routes -> routes.from(bench.uri(device, "shadow", options) + "&onSuccess=report")
                .process(flow::apply));
        return flow;
    }

    Ledger ledger() {
        return ledger;
    }

    /**
     * @param number of the change after which nothing else brings the shadow forward
     * @param action runs in the route when that change comes, before it can be reported
     */
    synchronized void onChange(int number, Runnable action) {
        lastChange = number;
        onLastChange = action;
    }

    /** Wants another value of one of the attributes: the number of this change. */
    synchronized void change() {
        String attribute = "a" + random.nextInt(ATTRIBUTES);
        int number = ledger.next();
        if (wanted.has(attribute) && !ledger.hasSeen(wanted.get(attribute).intValue())) {
            ledger.superseded(wanted.get(attribute).intValue());
        }
        wanted.put(attribute, number);
        bench.cloud().setDesired(Bench.PRODUCT, device, "{\"" + attribute + "\":" + number + "}");
    }

    private synchronized void apply(Exchange exchange) {
        long version = exchange.getMessage().getHeader(IotCloudConstants.VERSION, Long.class);
        if (version == lastVersion) {
            ledger.duplicate();
        }
        if (version <= lastVersion) {
            disorder.add(version + " came after " + lastVersion);
        }
        lastVersion = version;
        ObjectNode delta = (ObjectNode) exchange.getMessage().getBody(JsonNode.class);
        for (JsonNode value : delta) {
            if (!ledger.hasSeen(value.intValue())) {
                ledger.seen(value.intValue());
                if (value.intValue() == lastChange) {
                    onLastChange.run();
                }
            }
        }
        applied.setAll(delta);
    }

    /** Waits until what was wanted last is applied and reported; versions must have risen all the time. */
    void awaitEnd() {
        Patience.await("the last state of " + device).untilAsserted(this::assertConverged);
        synchronized (this) {
            assertThat(disorder).as("versions").isEmpty();
        }
    }

    private synchronized void assertConverged() {
        JsonNode state = bench.cloud().shadow(Bench.PRODUCT, device).path("state");
        assertThat(applied).as("applied").isEqualTo(wanted);
        assertThat(state.path("reported")).as("reported of %s", state).isEqualTo(wanted);
        assertThat(state.has("desired")).as("desired in %s", state).isFalse();
    }
}
