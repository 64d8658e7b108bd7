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

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/**
 * The shadows of all devices (protocol.md 5). Thread-safe; the operations of one device follow one another, those of
 * different devices do not wait for each other.
 */
public final class ShadowService {

    private final Clock clock;
    private final ShadowOutlet outlet;
    private final ShadowRules rules;
    private final ShadowStore store;
    private final DeviceRequests requests;
    private final ShadowReplies replies;
    private final Map<DeviceIdentity, DeviceShadow> shadows = new ConcurrentHashMap<>();

    public ShadowService(Clock clock, ShadowOutlet outlet, ShadowRules rules, ShadowStore store) {
        this.clock = clock;
        this.outlet = outlet;
        this.rules = rules;
        this.store = store;
        this.replies = new ShadowReplies(rules);
        this.requests = new DeviceRequests(rules, replies);
    }

    /**
     * Handles what a device published on its operation topic and hands the answer to the outlet. Never throws for a bad
     * payload: the answer tells. A request of unknown type usually gets no answer (5.6, 5.7).
     */
    public void handle(DeviceIdentity device, byte[] payload) {
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            ShadowDocument before = shadow.peek();
            Optional<ObjectNode> answer = requests.answer(shadow, payload, clock.millis());
            answer.ifPresent(document -> outlet.reply(device, ShadowJson.bytes(document)));
            if (rules.has(ShadowSwitch.DELTA_AFTER_REPORT) && shadow.peek() != before) {
                pushDelta(device, shadow.peek());
            }
        }
    }

    /**
     * Applies an application's update and pushes a delta when desired and reported differ afterwards (5.5).
     *
     * @param state an object with the child {@code desired}, which is an object to merge or null to clear; usually nothing
     *     else (5.5)
     * @param expectedVersion the version that must be stored; 0 for no check
     * @return the answer of the cloud API, with metadata (7.2)
     * @throws ShadowRejectedException when nothing was applied
     */
    public ObjectNode updateDesired(DeviceIdentity device, JsonNode state, long expectedVersion) {
        StatePatch patch = StatePatch.fromApplication(state, rules);
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            long now = clock.millis();
            ShadowDocument.Change change = shadow.updateByApplication(patch, expectedVersion, now);
            if (patch.desired().isPresent()) {
                pushDelta(device, change.after());
            }
            return replies.applicationUpdate(change, now);
        }
    }

    private void pushDelta(DeviceIdentity device, ShadowDocument document) {
        if (!document.delta(rules).isEmpty()) {
            outlet.delta(device, ShadowJson.bytes(replies.delta(document)));
        }
    }

    /** The whole shadow as the cloud API answers, with metadata (7.3); counts as an access (5.4 rule 5). */
    public ObjectNode describe(DeviceIdentity device) {
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            return replies.applicationGet(shadow.access(), clock.millis());
        }
    }

    /** The state, version and timestamp in ms for an onlooker; does not count as an access. */
    public ObjectNode peek(DeviceIdentity device) {
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            ShadowDocument document = shadow.peek();
            ObjectNode view =
                    ShadowJson.object().put("version", document.version()).put("timestamp", document.timestamp());
            view.set("state", document.state(rules));
            return view;
        }
    }

    /** Deletes the shadow; the next access usually starts at version 0 (7.4). */
    public void delete(DeviceIdentity device) {
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            shadow.delete();
        }
    }

    private DeviceShadow shadowOf(DeviceIdentity device) {
        return shadows.computeIfAbsent(device, key -> new DeviceShadow(key, rules, store));
    }
}
