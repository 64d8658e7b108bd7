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
package io.github.cameliotcloud.simulator.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.mqtt.DeviceFaults;

/** The faults of one device as JSON, as the package describes them. */
final class FaultSwitches {

    private static final String REFUSALS = "refuseNextConnects";
    private static final long MAX_DELAY_MS = Duration.ofHours(24).toMillis();
    private static final int MAX_REFUSALS = 1_000_000;

    private record Switch<T>(Function<DeviceFaults, T> state, BiConsumer<DeviceFaults, T> change) {}

    private static final Map<String, Switch<Boolean>> SWITCHES = Map.of(
            "swallowShadowReplies",
            new Switch<>(DeviceFaults::swallowsShadowReplies, DeviceFaults::swallowShadowReplies),
            "swallowPubAcks",
            new Switch<>(DeviceFaults::swallowsPubAcks, DeviceFaults::swallowPubAcks),
            "swallowSubAcks",
            new Switch<>(DeviceFaults::swallowsSubAcks, DeviceFaults::swallowSubAcks),
            "duplicateMessages",
            new Switch<>(DeviceFaults::duplicatesMessages, DeviceFaults::duplicateMessages),
            "refuseSubscriptions",
            new Switch<>(DeviceFaults::refusesSubscriptions, DeviceFaults::refuseSubscriptions));

    private static final Map<String, Switch<Duration>> DELAYS = Map.of(
            "delayShadowReplies",
            new Switch<>(DeviceFaults::shadowReplyDelay, DeviceFaults::delayShadowReplies),
            "delayPubAcks",
            new Switch<>(DeviceFaults::pubAckDelay, DeviceFaults::delayPubAcks),
            "delaySubAcks",
            new Switch<>(DeviceFaults::subAckDelay, DeviceFaults::delaySubAcks));

    private FaultSwitches() {}

    static ObjectNode view(DeviceFaults faults) {
        ObjectNode view = ConsoleJson.object();
        SWITCHES.forEach((name, fault) -> view.put(name, fault.state().apply(faults)));
        DELAYS.forEach(
                (name, fault) -> view.put(name, fault.state().apply(faults).toMillis()));
        DeviceFaults.Refusals refusals = faults.refusals();
        view.putObject(REFUSALS).put("count", refusals.count()).put("connackCode", refusals.connackCode());
        return view;
    }

    /** @throws ConsoleException when something is wrong; then nothing has changed */
    static void apply(DeviceFaults faults, JsonNode request) {
        if (!request.isObject() || request.isEmpty()) {
            throw new ConsoleException(400, "Name at least one fault, for example {\"swallowPubAcks\":true}.");
        }
        List<Runnable> changes = new ArrayList<>();
        request.fields().forEachRemaining(entry -> changes.add(change(faults, entry.getKey(), entry.getValue())));
        changes.forEach(Runnable::run);
    }

    private static Runnable change(DeviceFaults faults, String name, JsonNode value) {
        if (SWITCHES.containsKey(name)) {
            require(value.isBoolean(), name, "true or false");
            return () -> SWITCHES.get(name).change().accept(faults, value.booleanValue());
        }
        if (DELAYS.containsKey(name)) {
            require(isInteger(value, 0, MAX_DELAY_MS), name, "whole milliseconds from 0 to " + MAX_DELAY_MS);
            return () -> DELAYS.get(name).change().accept(faults, Duration.ofMillis(value.longValue()));
        }
        if (name.equals(REFUSALS)) {
            JsonNode count = value.path("count");
            JsonNode code = value.path("connackCode");
            require(
                    isInteger(count, 0, MAX_REFUSALS) && isInteger(code, 1, 5),
                    name,
                    "a count from 0 to " + MAX_REFUSALS + " and a connackCode from 1 to 5");
            return () -> faults.refuseNextConnects(count.intValue(), code.intValue());
        }
        throw new ConsoleException(400, "There is no fault of this name; GET of the device shows all names.");
    }

    private static boolean isInteger(JsonNode value, long least, long most) {
        return value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= least
                && value.longValue() <= most;
    }

    private static void require(boolean holds, String name, String wanted) {
        if (!holds) {
            throw new ConsoleException(400, "The fault " + name + " takes " + wanted + ".");
        }
    }
}
