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
package io.github.cameliotcloud.examples.fleetcluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import static io.github.cameliotcloud.examples.fleetcluster.SimulatedFleet.PRODUCT;

/**
 * What has become of all that was sent, by the record of the cloud and by the files.
 *
 * @param lost commands that are in no file, and devices that have not reported what was wanted last
 */
record Outcome(int deltas, int commands, int files, List<String> lost) {

    static Outcome of(SimulatedFleet fleet, Traffic traffic, StoredLines stored) throws IOException {
        Set<String> commands = stored.commands();
        List<String> lost = new ArrayList<>(unreported(fleet, traffic));
        traffic.commands().stream()
                .filter(command -> !commands.contains(command))
                .forEach(lost::add);
        int files = stored.files("deltas").size() + stored.files("control").size();
        return new Outcome(stored.deltas().size(), commands.size(), files, lost);
    }

    /** Whether the devices have told the cloud all that was wanted last, and have acknowledged all commands. */
    static boolean isComplete(SimulatedFleet fleet, Traffic traffic) {
        return unreported(fleet, traffic).isEmpty()
                && fleet.devices().stream().allMatch(device -> fleet.cloud().pendingMessages(PRODUCT, device) == 0);
    }

    private static List<String> unreported(SimulatedFleet fleet, Traffic traffic) {
        return traffic.wanted().entrySet().stream()
                .filter(wanted -> !isReported(fleet, wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isReported(SimulatedFleet fleet, Map.Entry<String, String> wanted) {
        JsonNode state = fleet.cloud().shadow(PRODUCT, wanted.getKey()).path("state");
        return state.path("reported").path("setpoint").asText().equals(wanted.getValue())
                && state.path("desired").path("setpoint").isMissingNode();
    }
}
