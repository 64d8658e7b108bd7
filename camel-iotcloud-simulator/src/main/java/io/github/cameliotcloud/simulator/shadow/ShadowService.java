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
    private final ShadowStore store;
    private final Map<DeviceIdentity, DeviceShadow> shadows = new ConcurrentHashMap<>();

    public ShadowService(Clock clock, ShadowOutlet outlet) {
        this(clock, outlet, ShadowStore.NONE);
    }

    public ShadowService(Clock clock, ShadowOutlet outlet, ShadowStore store) {
        this.clock = clock;
        this.outlet = outlet;
        this.store = store;
    }

    /**
     * Handles what a device published on its operation topic and hands the answer to the outlet. Never throws for a bad
     * payload: the answer tells. A request of unknown type gets no answer (5.6, 5.7).
     */
    public void handle(DeviceIdentity device, byte[] payload) {
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            answer(shadow, payload).ifPresent(answer -> outlet.reply(device, ShadowJson.bytes(answer)));
        }
    }

    private Optional<ObjectNode> answer(DeviceShadow shadow, byte[] payload) {
        ShadowRequest request = null;
        try {
            request = ShadowRequest.parse(payload);
            if (request.type() == null) {
                throw new ShadowRejectedException(ShadowResult.KEY_MISSING);
            }
            return switch (request.type()) {
                case "get" -> Optional.of(ShadowReplies.get(request, shadow.access(), clock.millis()));
                case "update" -> Optional.of(update(shadow, request));
                default -> Optional.empty();
            };
        } catch (ShadowRejectedException e) {
            return Optional.of(ShadowReplies.rejected(request, e.result(), clock.millis()));
        }
    }

    private ObjectNode update(DeviceShadow shadow, ShadowRequest request) {
        StatePatch patch = StatePatch.fromDevice(request.body().get("state"));
        long now = clock.millis();
        try {
            return ShadowReplies.update(request, shadow.updateByDevice(patch, request.expectedVersion(), now), now);
        } catch (ShadowRejectedException e) {
            if (e.result() != ShadowResult.VERSION_MISMATCH) {
                throw e;
            }
            return ShadowReplies.versionMismatch(request, shadow.access(), now);
        }
    }

    /**
     * Applies an application's update and pushes a delta when desired and reported differ afterwards (5.5).
     *
     * @param state an object with the one child {@code desired}, which is an object to merge or null to clear
     * @param expectedVersion the version that must be stored; 0 for no check
     * @return the answer of the cloud API, with metadata (7.2)
     * @throws ShadowRejectedException when nothing was applied
     */
    public ObjectNode updateDesired(DeviceIdentity device, JsonNode state, long expectedVersion) {
        StatePatch patch = StatePatch.fromApplication(state);
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            long now = clock.millis();
            ShadowDocument.Change change = shadow.updateByApplication(patch, expectedVersion, now);
            if (!change.after().delta().isEmpty()) {
                outlet.delta(device, ShadowJson.bytes(ShadowReplies.delta(change.after())));
            }
            return ShadowReplies.applicationUpdate(change, now);
        }
    }

    /** The whole shadow as the cloud API answers, with metadata (7.3); counts as an access (5.4 rule 5). */
    public ObjectNode describe(DeviceIdentity device) {
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            return ShadowReplies.applicationGet(shadow.access(), clock.millis());
        }
    }

    /** The state, version and timestamp in ms for an onlooker; does not count as an access. */
    public ObjectNode peek(DeviceIdentity device) {
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            ShadowDocument document = shadow.peek();
            ObjectNode view =
                    ShadowJson.object().put("version", document.version()).put("timestamp", document.timestamp());
            view.set("state", document.state());
            return view;
        }
    }

    /** Deletes the shadow; the next access starts at version 0 (7.4). */
    public void delete(DeviceIdentity device) {
        DeviceShadow shadow = shadowOf(device);
        synchronized (shadow) {
            shadow.delete();
        }
    }

    private DeviceShadow shadowOf(DeviceIdentity device) {
        return shadows.computeIfAbsent(device, key -> new DeviceShadow(key, store));
    }
}
