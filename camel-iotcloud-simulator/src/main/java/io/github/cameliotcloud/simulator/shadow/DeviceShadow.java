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

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/** The shadow of one device and the rules of its version (protocol.md 5.4). Not thread-safe: the service holds a lock. */
final class DeviceShadow {

    private final DeviceIdentity device;
    private final ShadowRules rules;
    private final ShadowStore store;
    // null until the first access, which creates the document
    private ShadowDocument document;

    DeviceShadow(DeviceIdentity device, ShadowRules rules, ShadowStore store) {
        this.device = device;
        this.rules = rules;
        this.store = store;
        this.document = store.load(device).map(ShadowDocument::of).orElse(null);
    }

    /** The document without accessing it. */
    ShadowDocument peek() {
        return document == null ? ShadowDocument.FRESH : document;
    }

    /** The document; creates it at version 0 when this is the first access. */
    ShadowDocument access() {
        if (document == null) {
            remember(ShadowDocument.FRESH);
        }
        return document;
    }

    /** Applies an update of the device, which adds one unless it creates the document (5.4 rule 5). */
    ShadowDocument.Change updateByDevice(StatePatch patch, long expectedVersion, long now) {
        boolean staysAtZero = document == null && !rules.has(ShadowSwitch.FIRST_UPDATE_COUNTS);
        return update(patch, expectedVersion, staysAtZero ? 0 : 1, now);
    }

    /** Applies an update of an application, which always adds one. */
    ShadowDocument.Change updateByApplication(StatePatch patch, long expectedVersion, long now) {
        return update(patch, expectedVersion, 1, now);
    }

    private ShadowDocument.Change update(StatePatch patch, long expectedVersion, int increment, long now) {
        ShadowDocument before = access();
        if (conflicts(expectedVersion, before.version())) {
            throw new ShadowRejectedException(ShadowResult.VERSION_MISMATCH);
        }
        ShadowDocument.Change change = before.apply(patch, before.version() + increment, now, rules);
        remember(change.after());
        return change;
    }

    // 0 asks for no check (5.4 rules 1 to 3)
    private boolean conflicts(long expected, long stored) {
        return expected != 0
                && (rules.has(ShadowSwitch.HIGHER_VERSION_ACCEPTED) ? expected < stored : expected != stored);
    }

    /** Forgets everything, and the version too unless it is to be kept (7.4). */
    void delete() {
        if (document != null && rules.has(ShadowSwitch.VERSION_KEPT_AFTER_DELETION)) {
            remember(ShadowDocument.FRESH.withVersion(document.version()));
        } else {
            store.delete(device);
            document = null;
        }
    }

    // first in the store: what could not be saved did not happen
    private void remember(ShadowDocument next) {
        store.save(device, next.stored());
        document = next;
    }
}
