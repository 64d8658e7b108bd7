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
package io.github.cameliotcloud.simulator.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The state and metadata in the reply to an update (protocol.md 5.3).
 *
 * @param state the sections that the update named with what changed in them; or null
 * @param metadata the times of these; or null
 */
record UpdateEcho(JsonNode state, JsonNode metadata) {

    static UpdateEcho of(StatePatch patch, Section.Change reported, Section.Change desired, ShadowRules rules) {
        ObjectNode state = ShadowJson.object();
        ObjectNode metadata = ShadowJson.object();
        boolean clearsDesired = patch.desired().filter(JsonNode::isNull).isPresent();
        boolean hidesDesired = clearsDesired && rules.has(ShadowSwitch.CLEARED_DESIRED_AS_NULL_STATE);
        boolean showsReported = clearsDesired && rules.has(ShadowSwitch.CLEARED_DESIRED_ECHOED_WITH_REPORTED);
        if (patch.reported().isPresent()) {
            show("reported", reported.echo(), reported.echoMetadata(), state, metadata, rules);
        } else if (showsReported) {
            Section section = reported.after();
            show("reported", section.values().deepCopy(), section.metadata().deepCopy(), state, metadata, rules);
        }
        if (patch.desired().isPresent() && !hidesDesired) {
            show("desired", desired.echo(), desired.echoMetadata(), state, metadata, rules);
        }
        return hidesDesired && state.isEmpty()
                ? new UpdateEcho(NullNode.getInstance(), NullNode.getInstance())
                : new UpdateEcho(state, metadata);
    }

    private static void show(
            String name, JsonNode echo, JsonNode times, ObjectNode state, ObjectNode metadata, ShadowRules rules) {
        boolean nothing = echo.isObject() && echo.isEmpty();
        if (!nothing || !rules.has(ShadowSwitch.EMPTY_ECHO_WITHOUT_SECTION)) {
            state.set(name, echo);
            metadata.set(name, times);
        }
    }
}
